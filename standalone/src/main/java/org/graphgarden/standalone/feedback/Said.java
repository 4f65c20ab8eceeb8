package org.graphgarden.standalone.feedback;

import java.time.Instant;
import java.util.Comparator;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.events.Verdict;
import org.graphgarden.ingest.feedback.Feedback;
import org.graphgarden.settings.EnumWords;
import org.jspecify.annotations.Nullable;

/**
 * What a steward's edit says of one entry.
 *
 * @param repository name of the repository inside its garden
 * @param slug slug of the pattern
 * @param kind which list the entry stands or stood in
 * @param id id of the entity or community, or target of the link; empty for the section
 * @param verdict what was decided
 * @param confidence what the file gave it when it was rejected, 0 to 1; null when it gave none
 * @param commit object id of the commit that says so
 * @param author name of its author
 * @param time when it was committed
 */
public record Said(
        String repository,
        String slug,
        EntryKind kind,
        String id,
        Verdict verdict,
        @Nullable Double confidence,
        String commit,
        String author,
        Instant time) {
    static final Comparator<Said> ORDER = Comparator.comparing(Said::repository)
            .thenComparing(Said::slug)
            .thenComparing(Said::kind)
            .thenComparing(Said::id);

    static Said of(SectionFeedback event) {
        return new Said(
                event.getRepository(),
                event.getSlug(),
                event.getKind(),
                event.getId(),
                event.getVerdict(),
                event.getConfidence(),
                event.getCommit(),
                event.getAuthor(),
                event.getCommittedAt());
    }

    static Said of(String repository, String slug, Feedback feedback) {
        return new Said(
                repository,
                slug,
                feedback.kind(),
                feedback.id(),
                feedback.verdict(),
                feedback.confidence(),
                feedback.commit(),
                feedback.author(),
                feedback.time());
    }

    /** As an event tells it, without its garden. */
    SectionFeedback event() {
        return SectionFeedback.newBuilder()
                .setSlug(slug)
                .setKind(kind)
                .setId(id)
                .setVerdict(verdict)
                .setConfidence(confidence)
                .setRepository(repository)
                .setCommit(commit)
                .setAuthor(author)
                .setCommittedAt(time)
                .build();
    }

    /** The entry as a line of a commit message names it, and as the command is told it. */
    String entry() {
        return entry(slug, kind, id);
    }

    static String entry(String slug, EntryKind kind, String id) {
        return (slug + " " + EnumWords.of(kind) + " " + id).strip();
    }
}
