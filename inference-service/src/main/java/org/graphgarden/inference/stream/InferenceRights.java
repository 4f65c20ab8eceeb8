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

import java.util.List;
import java.util.TreeSet;
import org.graphgarden.topics.ServiceRights;

/** What inference does on the cluster. Its changelogs are topics of its own, which Kafka Streams makes. */
public final class InferenceRights {

    public static final ServiceRights ALL = new ServiceRights(
            "inference",
            new TreeSet<>(
                    List.of(PATTERN_CHANGES, PATTERN_PROFILES, PUSHES_CLOSED, PRUNE_REQUESTS, LANGUAGE_MODEL_ANSWERS)),
            new TreeSet<>(List.of(
                    PATTERN_PROFILES,
                    ENRICHED_PATTERNS,
                    CANDIDATE_LINKS,
                    AFFIRMATIONS,
                    DEAD_LETTERS,
                    LANGUAGE_MODEL_ANSWERS)),
            InferenceService.APPLICATION_ID,
            new TreeSet<>(),
            InferenceService.APPLICATION_ID + "-",
            true);

    private InferenceRights() {}
}
