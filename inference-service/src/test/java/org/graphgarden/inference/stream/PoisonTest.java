package org.graphgarden.inference.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.graphgarden.inference.stream.GardenDriver.GARDEN;
import static org.graphgarden.inference.stream.GardenDriver.REPOSITORY;

import java.nio.ByteBuffer;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.Stage;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A poisonous record is kept with its bytes, and stops nothing. */
class PoisonTest {
    private static final byte[] GARBAGE = "no Avro".getBytes(UTF_8);
    private static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3};

    private final GardenDriver driver = new GardenDriver(EpochRule.ofShare(0.1));

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"PATTERN_CHANGES", "PATTERN_PROFILES", "PUSHES_CLOSED", "PRUNE_REQUESTS", "LANGUAGE_MODEL_ANSWERS"
            })
    void shouldKeepWhatCannotBeReadAndGoOn(Topic topic) {
        // when
        driver.raw(topic, GARDEN + "/odd", GARBAGE, "");
        driver.raw(topic, GARDEN + "/odd", UNKNOWN_SCHEMA, "");
        driver.raw(topic, GARDEN + "/odd", null, "");
        driver.raw(topic, "\u0001", GARBAGE, "");
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.closePush(1, 1);

        // then
        Stage stage = topic == Topic.PATTERN_CHANGES ? Stage.PROFILE : Stage.GARDEN;
        assertThat(driver.letters())
                .extracting(
                        DeadLetter::getCode,
                        DeadLetter::getStage,
                        DeadLetter::getGarden,
                        DeadLetter::getSourceTopic,
                        DeadLetter::getOriginal)
                .containsExactly(
                        tuple("RECORD_UNREADABLE", stage, GARDEN, topic.topicName(), ByteBuffer.wrap(GARBAGE)),
                        tuple("RECORD_UNREADABLE", stage, GARDEN, topic.topicName(), ByteBuffer.wrap(UNKNOWN_SCHEMA)),
                        tuple("RECORD_INVALID", stage, GARDEN, topic.topicName(), null),
                        tuple("RECORD_UNREADABLE", stage, "", topic.topicName(), ByteBuffer.wrap(GARBAGE)));
        assertThat(driver.enriched()).containsOnlyKeys("rain-barrel");
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"PATTERN_CHANGES", "PATTERN_PROFILES"})
    void shouldApplyThePushWhenOneOfItsRecordsCannotBeRead(Topic topic) {
        // when
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.raw(topic, GARDEN + "/rain-garden", GARBAGE, REPOSITORY + ":1:commit-1");
        driver.closePush(1, 2);

        // then
        assertThat(driver.enriched()).containsOnlyKeys("rain-barrel");
        assertThat(driver.letters())
                .extracting(DeadLetter::getCode, DeadLetter::getRepository, DeadLetter::getCommit)
                .containsExactly(tuple("RECORD_UNREADABLE", REPOSITORY, "commit-1"));
        assertThat(driver.<PatternProfile>output(Topic.PATTERN_PROFILES).readValuesToList())
                .filteredOn(profile -> profile.getOutcome() == ProfileOutcome.FAILED)
                .extracting(PatternProfile::getSlug, PatternProfile::getFailureCode)
                .containsExactly(tuple("rain-garden", "RECORD_UNREADABLE"));
    }

    @Test
    void shouldRefuseWhatSaysWhatCannotBe() {
        // given
        String push = RecordKeys.ofRepository(GARDEN, REPOSITORY);

        // when
        driver.write(Topic.PUSHES_CLOSED, push, PushClosed.newBuilder().build());
        driver.write(
                Topic.PUSHES_CLOSED,
                push,
                PushClosed.newBuilder()
                        .setGarden(GARDEN)
                        .setRepository(REPOSITORY)
                        .build());
        driver.write(
                Topic.PRUNE_REQUESTS,
                GARDEN + "/c",
                PruneRequest.newBuilder().setGarden("elsewhere").setCycle("c").build());
        driver.write(
                Topic.PATTERN_PROFILES,
                GARDEN + "/rain-garden",
                PatternProfile.newBuilder()
                        .setGarden(GARDEN)
                        .setRepository(REPOSITORY)
                        .setSequence(1)
                        .setSlug("rain-garden")
                        .setOutcome(ProfileOutcome.PROFILED)
                        .setEmbedding(ByteBuffer.wrap(new byte[3]))
                        .build());
        driver.change(1, "rain-barrel", "Rain Barrel");
        driver.closePush(1, 1);

        // then
        assertThat(driver.letters())
                .extracting(DeadLetter::getCode)
                .containsOnly("RECORD_INVALID")
                .hasSize(4);
        assertThat(driver.enriched()).containsOnlyKeys("rain-barrel");
    }
}
