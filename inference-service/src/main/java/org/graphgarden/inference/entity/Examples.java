package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphgarden.inference.entity.Example.Option;
import org.graphgarden.inference.entity.Example.Typed;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.EntityMention;

/** Makes examples of the tagged patterns of a garden. No pattern has part in its own features. */
public final class Examples {
    private static final double ALIKE = 0.5;

    private final EntityTagger tagger;
    private final PatternIndex index;
    private final List<Profile> answers;

    private Examples(EntityTagger tagger, PatternIndex index, List<Profile> answers) {
        this.tagger = tagger;
        this.index = index;
        this.answers = answers;
    }

    /** With the garden's own vocabulary. */
    public static Examples warm(PatternIndex index, EntityModels models) {
        return new Examples(
                EntityTagger.over(index.patterns(), models),
                index,
                IntStream.range(0, index.size())
                        .mapToObj(index.patterns()::profile)
                        .toList());
    }

    /**
     * As if nobody had given the garden any entities.
     *
     * @param answers the profiles with their entities, in the order of the index
     */
    public static Examples cold(PatternIndex index, List<Profile> answers, EntityModels models) {
        return new Examples(EntityTagger.over(index.patterns(), models), index, answers);
    }

    /** Slugs of the patterns that have entities, in order. */
    public List<String> tagged() {
        return answers.stream()
                .filter(profile -> !profile.entities().isEmpty())
                .map(Profile::slug)
                .toList();
    }

    /** The examples of these patterns, in their order. */
    public List<Example> of(Set<String> slugs) {
        return IntStream.range(0, answers.size())
                .filter(pattern -> slugs.contains(answers.get(pattern).slug()))
                .parallel()
                .mapToObj(this::example)
                .toList();
    }

    private Example example(int pattern) {
        List<EntityMention> entities = answers.get(pattern).entities();
        List<Label> labels = entities.stream()
                .map(entity -> new Label(tagger.lexicon().findLabel(entity.label()), entity))
                .filter(label -> label.words().length > 0)
                .toList();
        List<Option> options = tagger.score(index.likeness(pattern)).stream()
                .map(scored -> option(scored, labels))
                .toList();
        long different = labels.stream()
                .map(label -> Arrays.toString(label.words()))
                .distinct()
                .count();
        return new Example(answers.get(pattern).slug(), (int) different, options, types(pattern, labels));
    }

    private Option option(EntityTagger.Scored scored, List<Label> labels) {
        int[] words = tagger.lexicon().content(scored.candidate().words());
        double best = 0;
        double relevance = 0;
        for (Label label : labels) {
            boolean same = Arrays.equals(scored.candidate().words(), label.words());
            double overlap = Choice.overlap(words, tagger.lexicon().content(label.words()));
            overlap = same ? 1 : StrictMath.min(overlap, Math.nextDown(1.0));
            if (overlap >= ALIKE && overlap > best) {
                best = overlap;
                relevance = label.entity().relevance();
            }
        }
        return new Option(scored.features(), words, best, relevance);
    }

    private List<Typed> types(int pattern, List<Label> labels) {
        List<Typed> typed = new ArrayList<>();
        for (Label label : labels) {
            for (EntityType type : EntityType.values()) {
                if (type.text().equals(label.entity().type()) && label.isKnown()) {
                    typed.add(tagger.typed(label.words(), pattern, type));
                }
            }
        }
        return typed;
    }

    private record Label(int[] words, EntityMention entity) {
        boolean isKnown() {
            return Arrays.stream(words).noneMatch(word -> word < 0);
        }
    }
}
