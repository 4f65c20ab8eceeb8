package org.graphgarden.standalone.cycles;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.git.CommitStory;

/**
 * What a cycle left in one repository.
 *
 * @param repository its name
 * @param cycle the {@code Garden-Cycle} trailer: garden and cycle id with a slash between them
 * @param merged its commits on the followed branch, newest first; more than one when it was cherry-picked, none while it is proposed
 * @param branches its commits on branches of Graph Garden's own that the followed branch does not hold, by short name
 * @param revertedBy the commit that took it back, unless that was taken back itself
 */
public record PastCycle(
        String repository,
        String cycle,
        List<CommitStory> merged,
        SortedMap<String, CommitStory> branches,
        Optional<CommitStory> revertedBy) {

    public PastCycle {
        merged = List.copyOf(merged);
        branches = Collections.unmodifiableSortedMap(new TreeMap<>(branches));
        if (merged.isEmpty() && branches.isEmpty()) {
            throw new IllegalArgumentException("cycle " + cycle + " left no commit in " + repository);
        }
    }

    /** Whether the followed branch holds it. */
    public boolean isMerged() {
        return !merged.isEmpty();
    }

    /** The commit to speak of: the newest on the followed branch, else the one that is proposed. */
    public CommitStory commit() {
        return isMerged()
                ? merged.get(0)
                : branches.values().stream().reduce((one, other) -> other).orElseThrow();
    }

    /** Name of the garden that it tended. */
    public String garden() {
        return cycle.substring(0, Math.max(0, cycle.indexOf('/')));
    }

    /** Cycle id without the garden. */
    public String id() {
        return cycle.substring(cycle.indexOf('/') + 1);
    }

    /** When it was committed. */
    public Instant time() {
        return commit().note().time();
    }

    /** Whether somebody may mean it by this: the whole trailer, the id, or the beginning of a commit's id. */
    public boolean answersTo(String name) {
        return cycle.equals(name)
                || id().equals(name)
                || merged.stream().anyMatch(story -> begins(story, name))
                || branches.values().stream().anyMatch(story -> begins(story, name));
    }

    private static boolean begins(CommitStory story, String name) {
        return name.length() >= 7 && story.note().commit().startsWith(name);
    }
}
