package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Optional;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.WorkTree;
import org.jspecify.annotations.Nullable;

/** A branch of Graph Garden's own beside the target branch. What people committed there is never overwritten. */
final class GardenBranch implements Destination {
    private static final int SHORT = 12;

    private final Place place;
    private final String branch;
    private final Person committer;
    private final Declined declined;
    private final @Nullable String tip;
    private final List<CommitNote> ahead;

    /** @param committer who makes our commits; what anyone else committed is not ours, though it says so */
    GardenBranch(Place place, String branch, Person committer, Declined declined) {
        this.place = place;
        this.branch = branch;
        this.committer = committer;
        this.declined = declined;
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
        return foreign().filter(note -> !isSquashed()).map(this::foreign).orElse(null);
    }

    /** The newest commit that somebody else made. */
    private Optional<CommitNote> foreign() {
        return ahead.stream().filter(note -> !committer.made(note, history())).findFirst();
    }

    /** Whether what people made of it is in the followed branch, though not its commits: it was squashed, or picked. */
    private boolean isSquashed() {
        return tip != null && history().squashed(place.head().commit(), tip);
    }

    private Obstacle foreign(CommitNote note) {
        String amended = note.byGarden()
                ? ", which somebody else amended, or which is from before author or committer were set anew"
                : "";
        return new Obstacle(
                Outcome.FOREIGN_BRANCH,
                branch + " holds commits that are not Graph Garden's, such as "
                        + note.commit().substring(0, SHORT) + amended + "; merge, rename or delete it");
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
    public Optional<Declined.Reason> declined(String commit) {
        return tip == null || ahead.size() != 1
                ? Optional.empty()
                : declined.reason(branch, ahead.get(0))
                        .filter(any -> Proposed.of(place.site(), tip).containsAll(Proposed.of(place.site(), commit)));
    }

    @Override
    public Landing land(String commit) {
        if (tip == null || foreign().isEmpty()) {
            return push(branch, commit, tip);
        }
        // What people took out on the branch is known by its commits alone, so a squashed one stays under another name.
        String name = BareClone.GARDEN_BRANCHES + "squashed-" + tip.substring(0, SHORT);
        Landing kept = place.site().mirror().branchHead(name) == null ? push(name, tip, null) : Landing.DONE;
        Landing landed = kept.outcome() == Outcome.PUBLISHED ? push(branch, commit, tip) : kept;
        String told = branch + " had been squashed; its commits stay on " + name;
        return landed.outcome() == Outcome.PUBLISHED ? new Landing(Outcome.PUBLISHED, told, false) : landed;
    }

    private Landing push(String name, String commit, @Nullable String expected) {
        return Landings.of(place.site().mirror().publisher().push(name, commit, expected));
    }

    private GardenHistory history() {
        return place.site().mirror().history();
    }
}
