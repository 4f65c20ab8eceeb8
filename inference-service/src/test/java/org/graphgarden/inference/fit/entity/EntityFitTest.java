package org.graphgarden.inference.fit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphgarden.inference.entity.EntityModels;
import org.graphgarden.inference.fit.entity.EntityFit.Fitted;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.junit.jupiter.api.Test;

class EntityFitTest {
    private static final EntityModels SHIPPED = EntityModels.of(ModelFile.shipped());
    private static final List<String> CROPS = List.of(
            "Bean", "Beet", "Carrot", "Chard", "Fennel", "Garlic", "Kale", "Leek", "Onion", "Pea", "Radish", "Spinach");
    private static final List<String> WORKS =
            List.of("Sowing", "Pruning", "Mulching", "Grafting", "Weeding", "Harvest", "Storage");

    @Test
    void shouldKeepTheModelsWhenThereIsTooLittleToLearnFrom() {
        // when
        Fitted fitted = EntityFit.of(List.of(garden(EntityFit.FEWEST_PATTERNS)), Set.of("plot-7"), SHIPPED);

        // then
        assertThat(fitted.models()).isSameAs(SHIPPED);
        assertThat(fitted.patterns()).isZero();
    }

    @Test
    void shouldLearnWhatTheGardenTags() {
        // when
        Fitted fitted = EntityFit.of(List.of(garden(240)), Set.of(), SHIPPED);

        // then
        assertThat(fitted.patterns()).isEqualTo(240);
        assertThat(fitted.about().path("warm").path("F1@10").asDouble()).isGreaterThan(0.4);
        assertThat(fitted.about().path("type accuracy").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void shouldFitTheSameTwiceWhateverTheOrder() {
        // given
        List<Profile> garden = garden(210);
        List<Profile> turned = new ArrayList<>(garden);
        java.util.Collections.reverse(turned);

        // when, then
        assertThat(EntityFit.of(List.of(turned), Set.of(), SHIPPED).models().toJson())
                .isEqualTo(EntityFit.of(List.of(garden), Set.of(), SHIPPED)
                        .models()
                        .toJson());
    }

    /** Each plot is about a crop and a work, which its summary names among other words. */
    private static List<Profile> garden(int plots) {
        return IntStream.range(0, plots).mapToObj(EntityFitTest::plot).toList();
    }

    private static Profile plot(int number) {
        String crop = CROPS.get(number % CROPS.size());
        String work = WORKS.get(number % WORKS.size());
        return new Profile(
                "plot-" + number,
                "",
                "Plot " + number,
                List.of(),
                "Where " + crop + " grows in sandy ground and " + work + " fills a damp morning.",
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(
                        new EntityMention(crop.toLowerCase(java.util.Locale.ROOT), "concept", crop, 0.9),
                        new EntityMention(work.toLowerCase(java.util.Locale.ROOT), "practice", work, 0.7)),
                List.of(new TextSection("Notes", "The " + crop + " is late. Row " + number % 5 + ".")),
                List.of(),
                Embedding.NONE);
    }
}
