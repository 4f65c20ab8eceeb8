package org.graphgarden.standalone.status;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PushClosed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.settings.Secret;
import org.graphgarden.standalone.letters.Letter;
import org.graphgarden.standalone.letters.LetterBox;
import org.graphgarden.standalone.up.RunningCluster;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Reads how the configured gardens stand. Changes nothing. */
public final class StatusReader {
    private final Configuration configuration;
    private final TopicReader reader;
    private final List<Letter> letters;
    private final LookAges looks;
    private final Map<String, GardenStatus.Lag> lags;
    private final Instant now;

    private StatusReader(RunningCluster cluster, Clock clock) {
        KafkaClients clients = cluster.clients();
        configuration = cluster.configuration();
        reader = new TopicReader(clients);
        letters = LetterBox.read(clients);
        looks = LookAges.at(
                cluster.edge(),
                EdgeSettings.of(configuration.settings("http")).token().map(Secret::resolve));
        lags = new GroupLag(clients, clock).read();
        now = clock.instant();
    }

    /** All gardens, in the order of the configuration. */
    public static List<GardenStatus> read(RunningCluster cluster, Clock clock) {
        StatusReader status = new StatusReader(cluster, clock);
        return status.configuration.gardens().stream().map(status::garden).toList();
    }

    private GardenStatus garden(GardenSettings garden) {
        String name = garden.name();
        Map<String, PushClosed> pushes = reader.readTable(Topic.PUSHES_CLOSED, name, PushClosed.class);
        return new GardenStatus(
                name,
                garden.repositories().stream()
                        .map(repository -> repository(
                                name,
                                repository.name(),
                                Optional.ofNullable(pushes.get(RecordKeys.ofRepository(name, repository.name())))))
                        .toList(),
                lags.getOrDefault(name, new GardenStatus.Lag(0, 0)),
                lastCycle(name),
                PrunerSettings.schedule(configuration.settings(PrunerSettings.NAME, name))
                        .flatMap(schedule -> schedule.nextAfter(now)),
                deadLetters(name));
    }

    private GardenStatus.Repository repository(String garden, String name, Optional<PushClosed> push) {
        return new GardenStatus.Repository(
                name,
                push.map(PushClosed::getCommit).orElse(""),
                push.map(PushClosed::getSequence).orElse(0L),
                looks.of(garden, name));
    }

    private Optional<GardenStatus.Cycle> lastCycle(String garden) {
        return reader.readTable(Topic.PRUNE_CYCLES, garden, PruneCycle.class).values().stream()
                .max(Comparator.comparing(PruneCycle::getStartedAt))
                .map(cycle -> new GardenStatus.Cycle(
                        cycle.getCycle(),
                        EnumWords.of(cycle.getOutcome()),
                        cycle.getRevisedSections(),
                        cycle.getStartedAt().plusMillis(cycle.getDurationMillis())));
    }

    /** Those that nobody has replayed. */
    private Map<String, Long> deadLetters(String garden) {
        return letters.stream()
                .filter(letter -> letter.replayedAt().isEmpty())
                .map(Letter::content)
                .filter(letter -> letter.getGarden().equals(garden))
                .collect(Collectors.groupingBy(DeadLetter::getCode, TreeMap::new, Collectors.counting()));
    }
}
