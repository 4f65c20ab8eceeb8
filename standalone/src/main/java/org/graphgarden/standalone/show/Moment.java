package org.graphgarden.standalone.show;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.standalone.tended.TendedException;
import org.jspecify.annotations.Nullable;

/** A commit of a branch as people name it: by its id, or by a time at which the branch stood there. */
final class Moment {
    private static final String ID = "[0-9a-f]{7,40}";

    private Moment() {}

    /**
     * The commit at which the branch stood.
     *
     * @param at beginning of a commit's id, a date (its end, in UTC) or a time; null for now
     * @throws TendedException when it is neither, or names nothing
     */
    static String of(GardenHistory history, String head, @Nullable String at) {
        if (at == null) {
            return head;
        }
        Optional<Instant> time = time(at);
        if (time.isEmpty() && !at.matches(ID)) {
            throw new TendedException(
                    TendedException.Kind.USAGE,
                    "--at " + at
                            + " is neither a date such as 2026-01-31, nor a time such as 2026-01-31T12:00:00Z, nor the"
                            + " beginning of a commit's id of at least 7 digits");
        }
        Map<String, CommitStory> stories = history.stories(List.of(head), List.of()).stream()
                .collect(Collectors.toMap(story -> story.note().commit(), Function.identity()));
        return time.isPresent() ? before(stories, head, time.get(), at) : named(stories, at);
    }

    private static String named(Map<String, CommitStory> stories, String id) {
        return stories.keySet().stream()
                .filter(commit -> commit.startsWith(id))
                .sorted()
                .findFirst()
                .orElseThrow(() ->
                        new TendedException(TendedException.Kind.USAGE, "the followed branch holds no commit " + id));
    }

    /** Along first parents, since the branch never stood at what was merged. */
    private static String before(Map<String, CommitStory> stories, String head, Instant time, String at) {
        CommitStory story = stories.get(head);
        while (story != null && story.note().time().isAfter(time)) {
            story = story.parents().isEmpty()
                    ? null
                    : stories.get(story.parents().get(0));
        }
        if (story == null) {
            throw new TendedException(
                    TendedException.Kind.USAGE, "--at " + at + " is before the first commit of the followed branch");
        }
        return story.note().commit();
    }

    /** Dates of digits only could be taken for ids, but have dashes. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusMillis(1));
        } catch (DateTimeParseException e) {
            // Perhaps with a time of day.
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
