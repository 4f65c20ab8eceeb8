package org.graphgarden.standalone.feedback;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.standalone.tended.TendedException;
import org.graphgarden.topics.Topic;

/** Reads what stewards' edits say: from the topic that services wrote, or from the histories themselves. Changes nothing. */
public final class FeedbackReader {
    private FeedbackReader() {}

    /** What stands on the topic for a garden, by repository, slug, kind and id. */
    public static List<Said> ofTopic(KafkaClients clients, String garden) {
        return new TopicReader(clients)
                .readTable(Topic.SECTION_FEEDBACK, garden, SectionFeedback.class).values().stream()
                        .map(Said::of)
                        .sorted(Said.ORDER)
                        .toList();
    }

    /**
     * What the histories of a garden's repositories say now, in the same order.
     *
     * @throws TendedException when one cannot be reached
     */
    public static List<Said> ofHistory(Tended tended) {
        List<Said> said = new ArrayList<>();
        for (RepositorySettings settings : tended.garden().repositories()) {
            try (OpenRepository repository = new OpenRepository(tended, settings)) {
                said.addAll(HistoryFeedback.of(repository, repository.fetch().commit()));
            }
        }
        said.sort(Said.ORDER);
        return said;
    }

    /** What the history of one repository says as of a commit that was fetched, as its events would tell it. */
    public static List<SectionFeedback> events(OpenRepository repository, String commit) {
        return HistoryFeedback.of(repository, commit).stream().map(Said::event).toList();
    }
}
