package org.graphgarden.pruner.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Policy;
import org.junit.jupiter.api.Test;

class HealthMarkdownTest {
    @Test
    void shouldReadAsInTheGoldenFileWhenACycleHasWeeded() throws IOException {
        // given
        GardenState weeds = new Bed()
                .pattern("ash", List.of("nowhere"), "gone", "ash")
                .pattern("birch", List.of())
                .pattern("cedar", List.of())
                .state();
        Bed tended = new Bed()
                .pattern("ash", List.of("nowhere"), "birch", "cedar")
                .pattern("birch", List.of(), "ash")
                .pattern("cedar", List.of());
        GardenHealth last = GardenHealth.of(tended.look().at(weeds), null, null);
        Look look = new Look(
                tended.state(),
                Policy.DEFAULT,
                tended.look().enriched(),
                Bed.TODAY.plusDays(7),
                List.of("DUPLICATE_SLUG"),
                new TreeSet<>(Set.of(NearDuplicates.of("birch", "ash"))));

        // when
        String markdown = HealthMarkdown.of("wild_garden", GardenHealth.of(look, weeds, last));

        // then
        assertThat(markdown).isEqualTo(golden("health.md"));
    }

    @Test
    void shouldCallNobodyAndMarkNothingUpWhenNamesAreHostile() {
        // given
        String hostile = "@team fixes #12 | <b>x</b> [y](https://z.example) `c` www.z.example";
        Bed bed = new Bed().pattern("ash", List.of(hostile));

        // when
        String markdown = HealthMarkdown.of(hostile, GardenHealth.of(bed.look(), null, null));

        // then: without its escapes and the joiners nothing is left that a forge looks for
        assertThat(markdown)
                .contains(
                        "@\u2060team fixes \\#\u206012 \\| &lt;b\\>x&lt;/b\\> \\[y\\]\\(https:\u2060//z.example\\) \\`c\\` www\u2060.z")
                .doesNotContain("@team", "#12 |", "<b>", "https://");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(HealthMarkdownTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
