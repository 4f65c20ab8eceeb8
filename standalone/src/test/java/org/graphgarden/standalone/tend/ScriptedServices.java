package org.graphgarden.standalone.tend;

import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Plays the part of the services: closes a push at once and answers the request behind it, through a real broker. */
class ScriptedServices implements Services {
    private static final String COMMIT = "0123456789012345678901234567890123456789";

    @Override
    public void startReaders(RunContext context) {
        Thread thread = new Thread(() -> answer(context), "scripted-pruner");
        thread.setDaemon(true);
        // A broker that goes away in the middle is what some tests are about.
        thread.setUncaughtExceptionHandler((ended, failure) -> {});
        thread.start();
    }

    @Override
    public void startIngest(RunContext context) {
        String garden = context.garden().name();
        send(
                context,
                Topic.DEAD_LETTERS,
                RecordKeys.ofRepository(garden, "main"),
                DeadLetter.newBuilder()
                        .setGarden(garden)
                        .setPath("bad.md")
                        .setLine(3)
                        .setCode("INVALID_YAML")
                        .build());
        send(
                context,
                Topic.PUSHES_CLOSED,
                RecordKeys.ofRepository(garden, garden),
                PushClosed.newBuilder()
                        .setGarden(garden)
                        .setRepository(garden)
                        .setSequence(1)
                        .setCommit(COMMIT)
                        .setChanges(2)
                        .build());
    }

    @Override
    public BareClone clone(RunContext context, RepositorySettings repository) {
        return BareClone.at(Path.of("nowhere"), Access.to(RepositoryAddress.parse(repository.url())));
    }

    private static void answer(RunContext context) {
        String garden = context.garden().name();
        boolean[] answered = {false};
        try (TopicFollower follower =
                new TopicFollower(context.clients(), garden, java.util.List.of(Topic.PRUNE_REQUESTS))) {
            while (!answered[0]) {
                follower.poll(event -> {
                    PruneRequest request = (PruneRequest) event;
                    send(
                            context,
                            Topic.PRUNE_CYCLES,
                            RecordKeys.ofCycle(garden, request.getCycle()),
                            PruneCycle.newBuilder()
                                    .setGarden(garden)
                                    .setCycle(request.getCycle())
                                    .setDate(request.getDate())
                                    .setOutcome(CycleOutcome.NOTHING_TO_CHANGE)
                                    .setPatterns(2)
                                    .build());
                    answered[0] = true;
                });
            }
        }
    }

    private static <T extends SpecificRecord> void send(RunContext context, Topic topic, String key, T value) {
        try (Producer<String, T> producer = context.clients().producer()) {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value));
            producer.flush();
        }
    }
}
