package org.graphgarden.inference.stream;

import static org.graphgarden.topics.Topic.AFFIRMATIONS;
import static org.graphgarden.topics.Topic.CANDIDATE_LINKS;
import static org.graphgarden.topics.Topic.DEAD_LETTERS;
import static org.graphgarden.topics.Topic.ENRICHED_PATTERNS;
import static org.graphgarden.topics.Topic.LANGUAGE_MODEL_ANSWERS;
import static org.graphgarden.topics.Topic.PATTERN_CHANGES;
import static org.graphgarden.topics.Topic.PATTERN_PROFILES;
import static org.graphgarden.topics.Topic.PRUNE_REQUESTS;
import static org.graphgarden.topics.Topic.PUSHES_CLOSED;

import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;
import org.graphgarden.registry.ValueSerdes;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;

/**
 * The topology: a stateless profile stage, spread by slug, and the garden task, one for each garden. Names of operators and
 * stores are part of what a running cluster has on disk: changing one needs a migration.
 */
final class InferenceTopology {
    static final String PROFILES = "pattern-profiles-sink";
    static final String ENRICHED = "enriched-patterns-sink";
    static final String LINKS = "candidate-links-sink";
    static final String AFFIRMED = "affirmations-sink";
    static final String DEAD = "dead-letters-sink";
    /** One of its own: a sink of both stages would make one task of them. */
    static final String DEAD_IN_GARDEN = "garden-dead-letters-sink";

    /** A record without what travels with it. */
    private static final int MOST_VALUE_BYTES = TopicCatalogue.MAX_MESSAGE_BYTES - 32 * 1024;

    private static final String PROFILE_STAGE = "profile-stage";
    private static final String GARDEN_TASK = "garden-task";

    private final Topology topology = new Topology();
    private final ValueSerdes serdes;

    private InferenceTopology(ValueSerdes serdes) {
        this.serdes = serdes;
    }

    /** @param poison records that failed before */
    static Topology build(ValueSerdes serdes, Profiler profiler, GardenTask.Setup gardens, Poison poison) {
        var building = new InferenceTopology(serdes);
        building.addProfileStage(profiler, gardens.listener(), poison);
        building.addGardenTask(gardens, poison);
        return building.topology;
    }

    private void addProfileStage(Profiler profiler, InferenceListener listener, Poison poison) {
        addSource("pattern-changes-source", PATTERN_CHANGES);
        topology.addProcessor(
                PROFILE_STAGE, () -> new ProfileStage(profiler, listener, poison), "pattern-changes-source");
        addSink(PROFILES, PATTERN_PROFILES, PROFILE_STAGE);
        addSink(DEAD, DEAD_LETTERS, PROFILE_STAGE);
    }

    private void addGardenTask(GardenTask.Setup setup, Poison poison) {
        addSource("pattern-profiles-source", PATTERN_PROFILES);
        addSource("pushes-closed-source", PUSHES_CLOSED);
        addSource("prune-requests-source", PRUNE_REQUESTS);
        addSource("language-model-answers-source", LANGUAGE_MODEL_ANSWERS);
        topology.addProcessor(
                GARDEN_TASK,
                () -> new GardenTask(setup, poison),
                "pattern-profiles-source",
                "pushes-closed-source",
                "prune-requests-source",
                "language-model-answers-source");
        GardenStores.builders(Stores::persistentKeyValueStore)
                .forEach(store -> topology.addStateStore(store, GARDEN_TASK));
        addSink(ENRICHED, ENRICHED_PATTERNS, GARDEN_TASK);
        addSink(LINKS, CANDIDATE_LINKS, GARDEN_TASK);
        addSink(AFFIRMED, AFFIRMATIONS, GARDEN_TASK);
        addSink(DEAD_IN_GARDEN, DEAD_LETTERS, GARDEN_TASK);
    }

    private void addSource(String name, Topic topic) {
        topology.addSource(name, new StringDeserializer(), serdes.deserializer(), topic.topicName());
    }

    private void addSink(String name, Topic topic, String parent) {
        topology.addSink(
                name,
                topic.topicName(),
                serdes.keySerializer(),
                new BoundedSerializer<>(serdes.<SpecificRecord>serializer(), MOST_VALUE_BYTES),
                byCatalogue(topic),
                parent);
    }

    /** Places records where producers would: the catalogue knows which part of the key decides. */
    private static StreamPartitioner<String, SpecificRecord> byCatalogue(Topic topic) {
        return (name, key, value, partitions) -> Optional.of(Set.of(topic.partition(key, partitions)));
    }
}
