package org.graphgarden.pruner.publish;

import java.util.Optional;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.WorkTree;
import org.jspecify.annotations.Nullable;

/** The tended branch itself. Where it is checked out, the work tree has to be clean and follows. */
final class TargetBranch implements Destination {
    private final Place place;
    private final Optional<WorkTree> workTree;

    TargetBranch(Place place) {
        this.place = place;
        this.workTree = WorkTree.of(place.site().address(), place.head().branch());
        finishInterrupted();
    }

    static @Nullable String find(GardenHistory history, String head, CycleMark mark, @Nullable String since) {
        String base = since != null && history.knows(since) ? since : null;
        CommitNote found = history.find(head, base, mark.trailer());
        return found == null ? null : found.commit();
    }

    @Override
    public String ref() {
        return "refs/heads/" + place.head().branch();
    }

    @Override
    public @Nullable Obstacle obstacle() {
        if (place.head().branch().isEmpty()) {
            return new Obstacle(Outcome.FAILED, "HEAD is on no branch; name the branch to be tended");
        }
        String head = place.head().commit();
        // When the branch has moved since the fetch, the push is going to say so.
        boolean clean = workTree.isEmpty()
                || workTree.get().matches(head)
                || !workTree.get().head().equals(head);
        return clean
                ? null
                : new Obstacle(
                        Outcome.FAILED,
                        "the work tree has changes that are not committed; commit or stash them, or publish to a branch");
    }

    @Override
    public @Nullable String adopted(CycleMark mark, @Nullable String since) {
        return find(history(), place.head().commit(), mark, since);
    }

    @Override
    public Landing land(String commit) {
        String base = place.head().commit();
        Landing landing =
                Landings.of(place.site().mirror().publisher().push(place.head().branch(), commit, base));
        if (landing.outcome() == Outcome.PUBLISHED) {
            workTree.ifPresent(files -> files.advance(base, commit));
        }
        return landing;
    }

    /** A crash between moving the branch and its files leaves files of the commit before, or some of them: then they catch up. */
    private void finishInterrupted() {
        String head = place.head().commit();
        if (workTree.isEmpty()
                || !history().commit(head).byGarden()
                || workTree.get().matches(head)) {
            return;
        }
        String before = history().parent(head);
        if (!before.equals(PatternTree.NOTHING)) {
            workTree.get().finish(before, head);
        }
    }

    private GardenHistory history() {
        return place.site().mirror().history();
    }
}
