package org.graphgarden.standalone.prune;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Link;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.RequestKind;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.events.Verdict;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** What stands on the topics that the pruner reads and writes. */
record PruneTopics(KafkaClients clients) {
    /** Patterns that would be linked to each other. */
    void enrich(String garden) {
        send(Topic.ENRICHED_PATTERNS, RecordKeys.ofPattern(garden, "mint"), enriched(garden, "mint", "sage"));
        send(Topic.ENRICHED_PATTERNS, RecordKeys.ofPattern(garden, "sage"), enriched(garden, "sage", "mint"));
    }

    /** A steward does not want the two linked. */
    void reject(String garden, String slug, String target) {
        send(
                Topic.SECTION_FEEDBACK,
                RecordKeys.ofEntry(garden, slug, EntryKind.LINK, target),
                SectionFeedback.newBuilder()
                        .setGarden(garden)
                        .setSlug(slug)
                        .setKind(EntryKind.LINK)
                        .setId(target)
                        .setVerdict(Verdict.REJECTED)
                        .setConfidence(0.97)
                        .build());
    }

    private static EnrichedPattern enriched(String garden, String slug, String target) {
        Link link = Link.newBuilder()
                .setTarget(target)
                .setType("complementary")
                .setConfidence(0.97)
                .setReason("Both like the sun.")
                .build();
        return EnrichedPattern.newBuilder()
                .setGarden(garden)
                .setSlug(slug)
                .setLinks(List.of(link))
                .build();
    }

    void affirm(String garden, String cycle) {
        affirm(garden, cycle, RequestKind.ASKED);
    }

    void affirm(String garden, String cycle, RequestKind kind) {
        Affirmation affirmation = Affirmation.newBuilder()
                .setGarden(garden)
                .setCycle(cycle)
                .setKind(kind)
                .setDate("2026-03-02")
                .setModel("test-1")
                .build();
        send(Topic.AFFIRMATIONS, RecordKeys.ofCycle(garden, cycle), affirmation);
    }

    void send(Topic topic, String key, SpecificRecord value) {
        try (Producer<String, SpecificRecord> producer = clients.producer()) {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value));
            producer.flush();
        }
    }

    /** The group forgets its members, who join anew. */
    void forgetMembers() throws Exception {
        try (Admin admin = clients.admin()) {
            admin.removeMembersFromConsumerGroup("graph-garden-pruner", new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }

    List<PruneCycle> cycles(String garden) {
        return read(Topic.PRUNE_CYCLES, garden, PruneCycle.class);
    }

    <T extends SpecificRecord> List<T> read(Topic topic, String garden, Class<T> type) {
        return TopicReader.settled(clients).readToEnd(topic, garden, type).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
