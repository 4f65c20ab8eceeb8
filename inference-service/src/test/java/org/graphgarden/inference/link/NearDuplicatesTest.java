package org.graphgarden.inference.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearDuplicatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seed Bank | Seed Banks",
                "Seed Bank | The Seed-Bank Model",
                "Seed Bank | Seed Bank - Shared Storage",
                "Seed Bank: Ana's Way | Seed Bank (Ana)",
                "Seed Bank (SB) | Seed Bank",
                "Seed Bank | Seed Bank / Shared Storage"
            })
    void shouldTellOneNameWithAndWithoutAnExplanation(String left, String right) {
        assertThat(NearDuplicates.are(titled(left), titled(right), alike(0.9, 0.7, 0.2)))
                .isTrue();
        assertThat(NearDuplicates.are(titled(right), titled(left), alike(0.9, 0.7, 0.2)))
                .isTrue();
        assertThat(NearDuplicates.are(titled(left), titled(right), alike(0.5, 0.7, 0.2)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seed Bank | Shared Seed Bank",
                "Seed Bank - Village | Seed Bank - Region",
                "Seed Bank | Seed Bank and Library",
                "Pattern: Seed Bank | Pattern: Tool Shed",
                "Feedback: Giving | Feedback: Receiving",
                "种子 | 工具"
            })
    void shouldNotTakeWhatHasANameOfItsOwnForADuplicate(String left, String right) {
        assertThat(NearDuplicates.are(titled(left), titled(right), alike(0.95, 0.95, 0.5)))
                .isFalse();
    }

    private static Profile titled(String title) {
        List<String> none = List.of();
        return new Profile(
                "slug", "", title, none, "", none, "", none, List.of(), List.of(), List.of(), none, Embedding.NONE);
    }

    private static Candidate alike(double meaning, double head, double body) {
        double[] features = new double[Feature.values().length];
        features[Feature.MEANING_COSINE.ordinal()] = meaning;
        features[Feature.HEAD_COSINE.ordinal()] = head;
        features[Feature.BODY_LIKENESS.ordinal()] = Features.bodyLikeness(body);
        return new Candidate(0, 1, features, 0.5);
    }
}
