package org.graphgarden.ingest.feedback;

import java.time.Instant;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a steward's edit says of one entry.
 *
 * @param kind which list the entry stands in; SECTION for the whole
 * @param id id of the entity or community, or target of the link; empty for the whole section
 * @param verdict what the steward decided
 * @param confidence confidence that the file gave the entry when it was rejected; null when it gave none, or with another
 *     verdict
 * @param commit object id of the commit that says so
 * @param author name of its author, never an e-mail address
 * @param time when it was committed
 */
public record Feedback(
        EntryKind kind,
        String id,
        Verdict verdict,
        @Nullable Double confidence,
        String commit,
        String author,
        Instant time) {}
