package org.graphgarden.ingest;

import static org.graphgarden.topics.Topic.DEAD_LETTERS;
import static org.graphgarden.topics.Topic.INGEST_POSITIONS;
import static org.graphgarden.topics.Topic.PATTERN_CHANGES;
import static org.graphgarden.topics.Topic.PUSHES;
import static org.graphgarden.topics.Topic.PUSHES_CLOSED;
import static org.graphgarden.topics.Topic.SECTION_FEEDBACK;

import java.util.List;
import java.util.TreeSet;
import org.graphgarden.topics.ServiceRights;

/** What ingest, with its webhooks, does on the cluster. */
public final class IngestRights {

    /** How its transactional ids begin; the number of a partition follows. */
    static final String TRANSACTIONS = "garden-ingest-";

    /** Consumer group of those who profile changes, by whose progress long pushes are paced. */
    public static final String PROFILERS = "graph-garden-inference";

    public static final ServiceRights ALL = new ServiceRights(
            "ingest",
            new TreeSet<>(List.of(PUSHES, PATTERN_CHANGES, SECTION_FEEDBACK, INGEST_POSITIONS)),
            new TreeSet<>(
                    List.of(PUSHES, PATTERN_CHANGES, SECTION_FEEDBACK, PUSHES_CLOSED, INGEST_POSITIONS, DEAD_LETTERS)),
            IngestService.GROUP,
            new TreeSet<>(List.of(PROFILERS)),
            TRANSACTIONS,
            false);

    private IngestRights() {}
}
