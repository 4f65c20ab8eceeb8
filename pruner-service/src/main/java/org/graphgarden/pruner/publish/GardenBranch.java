package org.graphgarden.pruner.publish;

import java.util.List;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.WorkTree;
import org.jspecify.annotations.Nullable;

/** A branch of Graph Garden's own beside the target branch. What people committed there is never overwritten. */
final class GardenBranch implements Destination {
    private final Place place;
    private final String branch;
    private final Person committer;
    private final @Nullable String tip;
    private final List<CommitNote> ahead;

    /** @param committer who makes our commits; what anyone else committed is not ours, though it says so */
    GardenBranch(Place place, String branch, Person committer) {
        this.place = place;
        this.branch = branch;
        this.committer = committer;
        this.tip = place.site().mirror().branchHead(branch);
        this.ahead =
                tip == null ? List.of() : history().commits(tip, place.head().commit());
    }

    @Override
    public String ref() {
        return "refs/heads/" + branch;
    }

    @Override
    public @Nullable Obstacle obstacle() {
        if (branch.equals(place.head().branch())) {
            return new Obstacle(
                    Outcome.FAILED, branch + " is the branch to be tended; name another, or publish directly");
        }
        if (WorkTree.of(place.site().address(), branch).isPresent()) {
            return new Obstacle(Outcome.FAILED, branch + " is checked out; check out another branch first");
        }
        return ahead.stream()
                .filter(note -> !committer.made(note, history()))
                .findFirst()
                .map(this::foreign)
                .orElse(null);
    }

    private Obstacle foreign(CommitNote note) {
        String amended = note.byGarden()
                ? ", which somebody else amended, or which is from before author or committer were set anew"
                : "";
        return new Obstacle(
                Outcome.FOREIGN_BRANCH,
                branch + " holds commits that are not Graph Garden's, such as "
                        + note.commit().substring(0, 12) + amended + "; merge, rename or delete it");
    }

    @Override
    public @Nullable String adopted(CycleMark mark, @Nullable String since) {
        for (CommitNote note : ahead) {
            if (note.cycle().equals(mark.trailer())) {
                return note.commit();
            }
        }
        return TargetBranch.find(history(), place.head().commit(), mark, since);
    }

    @Override
    public @Nullable String standing(String commit) {
        boolean same = tip != null
                && ahead.size() == 1
                && history().parent(tip).equals(place.head().commit())
                && place.site()
                        .mirror()
                        .tree(place.site().filter())
                        .diff(tip, commit)
                        .isEmpty();
        return same ? tip : null;
    }

    @Override
    public Landing land(String commit) {
        return Landings.of(place.site().mirror().publisher().push(branch, commit, tip));
    }

    private GardenHistory history() {
        return place.site().mirror().history();
    }
}
