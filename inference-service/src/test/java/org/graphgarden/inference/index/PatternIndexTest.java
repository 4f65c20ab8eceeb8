package org.graphgarden.inference.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Words;
import org.junit.jupiter.api.Test;

class PatternIndexTest {
    @Property(seed = "1", tries = 50)
    void shouldScoreAsBruteForceDoesWhenTextsVary(@ForAll("texts") List<String> texts) {
        // given
        PatternIndex index = PatternIndex.of(profiles(texts));
        List<Map<String, Double>> expected = bruteForce(texts);
        double[] scores = new double[index.size()];
        for (int i = 0; i < index.size(); i++) {
            // when
            index.body().scores(i, scores);
            // then
            for (int j = 0; j < index.size(); j++) {
                assertThat(scores[j]).isCloseTo(cosine(expected.get(i), expected.get(j)), within(1e-6));
                assertThat(scores[j]).isEqualTo(index.body().cosine(j, i));
            }
        }
    }

    @Property(seed = "1", tries = 30)
    void shouldGiveTheSameBitsWhenProfilesArriveInAnotherOrder(@ForAll("texts") List<String> texts, @ForAll long seed) {
        // given
        List<Profile> shuffled = new ArrayList<>(profiles(texts));
        Collections.shuffle(shuffled, new Random(seed));
        // when
        PatternIndex one = PatternIndex.of(profiles(texts));
        PatternIndex other = PatternIndex.of(shuffled);
        // then
        double[] left = new double[one.size()];
        double[] right = new double[one.size()];
        for (int i = 0; i < one.size(); i++) {
            one.body().scores(i, left);
            other.body().scores(i, right);
            assertThat(right).containsExactly(left);
            assertThat(other.slug(i)).isEqualTo(one.slug(i));
        }
    }

    @Property(seed = "1", tries = 20)
    void shouldScoreMeaningAlikeFromBothEnds(
            @ForAll @Size(min = 2, max = 5) List<@Size(5) List<@FloatRange(min = -1, max = 1) Float>> rows) {
        // given
        DenseVectors vectors =
                new DenseVectors(rows.stream().map(PatternIndexTest::embedding).toList());
        double[] scores = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            // when
            vectors.scores(i, scores);
            // then
            for (int j = 0; j < rows.size(); j++) {
                assertThat(scores[j]).isEqualTo(vectors.cosine(j, i));
            }
        }
    }

    @Test
    void shouldRefuseWhenTwoProfilesHaveOneSlug() {
        // given
        Profile profile = Profiles.of("a", "A", "", "");
        // when / then
        assertThatThrownBy(() -> PatternIndex.of(List.of(profile, profile)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slug a");
    }

    @Test
    void shouldHoldNothingWhenThereAreNoProfiles() {
        // given / when
        PatternIndex index = PatternIndex.of(List.of());
        // then
        assertThat(index.size()).isZero();
        assertThat(index.number("a")).isEmpty();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> word =
                Arbitraries.of("rain", "barrel", "soil", "seed", "the", "bed", "worm", "x", "Hoe's", "tea");
        Arbitrary<String> text = word.list().ofMaxSize(30).map(words -> String.join(" ", words));
        return text.list().ofMinSize(1).ofMaxSize(12);
    }

    private static List<Profile> profiles(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Profiles.of("slug-%02d".formatted(i), "", "", texts.get(i)))
                .toList();
    }

    private static List<Map<String, Double>> bruteForce(List<String> texts) {
        List<Map<String, Integer>> counts =
                texts.stream().map(PatternIndexTest::count).toList();
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (Map<String, Integer> count : counts) {
            Map<String, Double> vector = new HashMap<>();
            count.forEach((term, frequency) -> {
                long documents =
                        counts.stream().filter(c -> c.containsKey(term)).count();
                if (documents >= 2 && documents <= 0.4 * texts.size()) {
                    vector.put(term, (1 + Math.log(frequency)) * Math.log((double) texts.size() / documents));
                }
            });
            vectors.add(vector);
        }
        return vectors;
    }

    private static Embedding embedding(List<Float> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putFloat);
        return Embedding.fromBytes(bytes.flip());
    }

    private static Map<String, Integer> count(String text) {
        Map<String, Integer> count = new HashMap<>();
        for (String part : List.of("Context", text)) {
            List<String> words = Words.of(part);
            for (int i = 0; i < words.size(); i++) {
                count.merge(words.get(i), 1, Integer::sum);
                if (i > 0) {
                    count.merge(words.get(i - 1) + " " + words.get(i), 1, Integer::sum);
                }
            }
        }
        return count;
    }

    private static double cosine(Map<String, Double> left, Map<String, Double> right) {
        double product = left.entrySet().stream()
                .mapToDouble(e -> e.getValue() * right.getOrDefault(e.getKey(), 0.0))
                .sum();
        double lengths = length(left) * length(right);
        return lengths == 0 ? 0 : product / lengths;
    }

    private static double length(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
    }
}
