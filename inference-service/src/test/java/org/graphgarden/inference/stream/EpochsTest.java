package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.inference.stream.GardenDriver.GARDEN;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpochsTest {
    /** Half of a garden may change within an epoch. */
    private final GardenDriver driver = new GardenDriver(new EpochRule(0.5, 0, 100));

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldStayInTheEpochWhenLittleChanges() {
        // given
        plant(GARDEN);

        // when
        driver.change(2, "tool-shed", "Tool Barrel");
        driver.closePush(2, 1);

        // then
        Map<String, EnrichedPattern> table = driver.enriched();
        assertThat(table.get("tool-shed"))
                .satisfies(pattern -> assertThat(pattern.getEpoch()).isEqualTo(1))
                .satisfies(pattern -> assertThat(targets(pattern)).containsExactly("rain-barrel"));
        assertThat(table.get("rain-barrel"))
                .satisfies(pattern -> assertThat(targets(pattern)).containsExactly("rain-garden", "tool-shed"));
    }

    @Test
    void shouldOpenAnEpochWhenMoreThanTheShareHasChanged() {
        // given
        plant(GARDEN);
        driver.change(2, "tool-shed", "Tool Barrel");
        driver.closePush(2, 1);

        // when
        driver.change(3, "rain-garden", "Herb Garden");
        driver.remove(3, "rain-barrel");
        driver.closePush(3, 2);

        // then
        assertThat(driver.enriched().get("rain-garden"))
                .satisfies(pattern -> assertThat(pattern.getEpoch()).isEqualTo(2));
    }

    @Test
    void shouldAffirmANewEpochWhenSomethingHasChangedSinceTheLast() {
        // given
        plant(GARDEN);
        driver.change(2, "tool-shed", "Tool Barrel");
        driver.closePush(2, 1);

        // when
        driver.request(GARDEN, "2026-05-01", 2);
        driver.request(GARDEN, "2026-05-02", 2);
        driver.work();

        // then
        List<Affirmation> affirmations =
                driver.<Affirmation>output(Topic.AFFIRMATIONS).readValuesToList();
        assertThat(affirmations).extracting(Affirmation::getEpoch).containsExactly(2L, 2L);
        assertThat(affirmations).extracting(Affirmation::getPatterns).containsExactly(3, 3);
    }

    @Test
    void shouldInferNoPushOnTheWayToTheOneThatIsAskedFor() {
        // given
        plant(GARDEN);
        driver.enriched();

        // when
        driver.atOnce(() -> {
            driver.request(GARDEN, "2026-05-01", 4);
            for (int sequence = 2; sequence <= 4; sequence++) {
                driver.change(sequence, "tool-shed", "Tool Barrel " + sequence);
                driver.closePush(sequence, 1);
            }
        });
        driver.work();

        // then
        assertThat(driver.<EnrichedPattern>output(Topic.ENRICHED_PATTERNS).readValuesToList())
                .filteredOn(pattern -> pattern.getSlug().equals("tool-shed"))
                .extracting(EnrichedPattern::getCommit)
                .containsExactly("commit-4");
        assertThat(driver.<Affirmation>output(Topic.AFFIRMATIONS).readValuesToList())
                .extracting(Affirmation::getEpoch)
                .containsExactly(2L);
    }

    @Test
    void shouldApplyTogetherWhatCameWhileItWasBusy() {
        // given
        plant(GARDEN);
        driver.enriched();

        // when
        driver.atOnce(() -> {
            for (int sequence = 2; sequence <= 5; sequence++) {
                driver.change(sequence, "tool-shed", "Tool Barrel " + sequence);
                driver.closePush(sequence, 1);
            }
        });
        driver.work();

        // then
        assertThat(driver.<EnrichedPattern>output(Topic.ENRICHED_PATTERNS).readValuesToList())
                .filteredOn(pattern -> pattern.getSlug().equals("tool-shed"))
                .extracting(EnrichedPattern::getCommit)
                .containsExactly("commit-2", "commit-5");
    }

    @Test
    void shouldNameTheNewCommitWhenAFileWasWrittenAnewButSaysTheSame() {
        // given
        plant(GARDEN);
        EnrichedPattern before = Objects.requireNonNull(driver.enriched().get("tool-shed"));

        // when
        driver.change(2, "tool-shed", "Tool Shed");
        driver.closePush(2, 1);

        // then
        Map<String, EnrichedPattern> after = driver.enriched();
        assertThat(after).containsOnlyKeys("tool-shed");
        assertThat(after.get("tool-shed"))
                .satisfies(pattern -> assertThat(pattern.getCommit()).isEqualTo("commit-2"))
                .satisfies(pattern -> assertThat(pattern.getEntities()).isEqualTo(before.getEntities()));
    }

    @Test
    void shouldApplyAPushOfManyInPartsAndOpenAnEpochOnlyWhenItSaysSomethingNew() {
        try (GardenDriver parts = new GardenDriver(new EpochRule(0.5, 0, 2))) {
            // given
            for (int sequence = 1; sequence <= 2; sequence++) {
                // when
                parts.change(sequence, "rain-barrel", "Rain Barrel");
                parts.change(sequence, "rain-garden", "Rain Garden");
                parts.change(sequence, "tool-shed", "Tool Shed");
                parts.closePush(sequence, 3);

                // then
                String commit = "commit-" + sequence;
                assertThat(parts.enriched()).hasSize(3).allSatisfy((slug, pattern) -> {
                    assertThat(pattern.getEpoch()).isEqualTo(1);
                    assertThat(pattern.getCommit()).isEqualTo(commit);
                });
            }
            parts.request(GARDEN, "2026-05-01", 2);
            assertThat(parts.<Affirmation>output(Topic.AFFIRMATIONS).readValue())
                    .satisfies(
                            affirmation -> assertThat(affirmation.getPatterns()).isEqualTo(3),
                            affirmation -> assertThat(affirmation.getEpoch()).isEqualTo(1));
        }
    }

    @Test
    void shouldOpenAGardenAgainWhereItWasWhenItHadBeenLetGo() {
        // given
        plant(GARDEN);
        driver.change(2, "tool-shed", "Tool Barrel");
        driver.remove(2, "rain-garden");
        driver.change(2, "herb-barrel", "Herb Barrel");
        driver.closePush(2, 3);
        for (int garden = 0; garden < 20; garden++) {
            plant("plot-" + garden);
        }
        driver.enriched();

        // when
        driver.change(3, "tool-shed", "Tool Herb");
        driver.closePush(3, 1);

        // then
        assertThat(driver.enriched().get("tool-shed"))
                .satisfies(pattern -> assertThat(targets(pattern)).containsExactly("herb-barrel"));
    }

    private void plant(String garden) {
        driver.change(garden, 1, "rain-barrel", "Rain Barrel");
        driver.change(garden, 1, "rain-garden", "Rain Garden");
        driver.change(garden, 1, "tool-shed", "Tool Shed");
        driver.closePush(garden, 1, 3);
    }

    private static List<String> targets(EnrichedPattern pattern) {
        return pattern.getLinks().stream().map(Link::getTarget).toList();
    }
}
