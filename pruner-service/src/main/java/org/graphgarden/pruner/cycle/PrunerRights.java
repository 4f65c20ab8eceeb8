package org.graphgarden.pruner.cycle;

import static org.graphgarden.topics.Topic.AFFIRMATIONS;
import static org.graphgarden.topics.Topic.DEAD_LETTERS;
import static org.graphgarden.topics.Topic.ENRICHED_PATTERNS;
import static org.graphgarden.topics.Topic.PRUNE_CYCLES;
import static org.graphgarden.topics.Topic.PRUNE_REQUESTS;
import static org.graphgarden.topics.Topic.PUSHES_CLOSED;
import static org.graphgarden.topics.Topic.SECTION_FEEDBACK;
import static org.graphgarden.topics.Topic.SECTION_REVISIONS;

import java.util.List;
import java.util.TreeSet;
import org.graphgarden.topics.ServiceRights;

/** What the pruner, with its scheduler and its metrics, does on the cluster. */
public final class PrunerRights {

    public static final ServiceRights ALL = new ServiceRights(
            "pruner",
            new TreeSet<>(List.of(PUSHES_CLOSED, ENRICHED_PATTERNS, SECTION_FEEDBACK, AFFIRMATIONS, PRUNE_CYCLES)),
            new TreeSet<>(List.of(PRUNE_REQUESTS, SECTION_REVISIONS, PRUNE_CYCLES, DEAD_LETTERS)),
            AffirmationLoop.GROUP,
            new TreeSet<>(),
            AffirmationLoop.GROUP + "-",
            false);

    private PrunerRights() {}
}
