package org.graphgarden.ingest.read;

import java.util.List;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryFeedback;

/** Tells whether a pattern's change said the same of its entries. */
public final class FeedbackHash {

    private FeedbackHash() {}

    /** Hash of what is said of entries, sorted as in the change; empty when nothing is. */
    public static String of(List<EntryFeedback> entries) {
        return entries.isEmpty()
                ? ""
                : Hashes.of(entries.stream()
                        .map(entry -> String.join(
                                "\t",
                                entry.getKind().name(),
                                entry.getId(),
                                entry.getVerdict().name(),
                                String.valueOf(entry.getConfidence())))
                        .collect(Collectors.joining("\n")));
    }
}
