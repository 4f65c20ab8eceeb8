package org.graphgarden.standalone.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.cycle.GardenLook;
import org.graphgarden.pruner.cycle.HealthRecords;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenSites;
import org.graphgarden.standalone.feedback.FeedbackReader;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.topics.Topic;

/** Reads how gardens stand. Changes nothing. */
public final class HealthReader {
    private HealthReader() {}

    /** As the newest cycle left it whose decisions stand; empty when none did. What a dry run would do is no fact. */
    public static Optional<Standing> ofTopic(KafkaClients clients, String garden) {
        return new TopicReader(clients)
                .readTable(Topic.PRUNE_CYCLES, garden, PruneCycle.class).values().stream()
                        .filter(HealthRecords::tellsWhatStands)
                        .max(Comparator.comparing(PruneCycle::getStartedAt).thenComparing(PruneCycle::getCycle))
                        .flatMap(HealthRecords::of)
                        .map(health -> new Standing(garden, health));
    }

    /**
     * As the files of its followed branches stand now.
     *
     * @throws org.graphgarden.standalone.tended.TendedException when a repository cannot be reached
     */
    public static Standing ofFiles(Tended tended, LocalDate date) {
        Map<String, OpenRepository> open = new TreeMap<>();
        try {
            List<FetchOutcome.Head> heads = new ArrayList<>();
            List<SectionFeedback> said = new ArrayList<>();
            for (RepositorySettings settings : tended.garden().repositories()) {
                OpenRepository repository = new OpenRepository(tended, settings);
                open.put(settings.name(), repository);
                FetchOutcome.Head head = repository.fetch();
                heads.add(head);
                said.addAll(FeedbackReader.events(repository, head.commit()));
            }
            GardenSites gardens = new GardenSites(tended.configuration());
            List<Site> sites =
                    gardens.sites(tended.garden(), settings -> Objects.requireNonNull(open.get(settings.name()))
                            .mirror());
            return new Standing(
                    tended.title(), GardenLook.health(sites, gardens.policy(tended.garden()), heads, said, date));
        } finally {
            open.values().forEach(OpenRepository::close);
        }
    }
}
