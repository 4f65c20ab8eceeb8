package org.graphgarden.standalone.undo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.PushOutcome;
import org.graphgarden.pruner.publish.Person;
import org.graphgarden.standalone.cycles.PastCycle;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.TendedException;
import org.graphgarden.standalone.text.CommitId;
import org.graphgarden.standalone.undo.Undone.Outcome;

/**
 * A cycle that stands on branches of Graph Garden's own only, where there is nothing to revert: the branch may go.
 *
 * @param committer who makes garden commits; one that somebody amended is a steward's
 */
record Proposal(OpenRepository repository, PastCycle cycle, Person committer) {

    Undone withdraw(CycleUndo.Options options, String head) {
        List<String> names = List.copyOf(cycle.branches().keySet());
        Optional<CommitNote> foreign = foreign(names, head);
        String place = "was never merged: it stands on " + String.join(", ", names) + " only";
        if (foreign.isPresent()) {
            return Undone.of(
                    cycle,
                    Outcome.FOREIGN_BRANCH,
                    place + ", beside " + CommitId.shortened(foreign.get().commit()) + " of " + by(foreign.get())
                            + "; merge the branch or delete it yourself");
        }
        if (!options.deleteBranch() || options.dryRun()) {
            return Undone.of(
                    cycle,
                    Outcome.PROPOSED,
                    place + "; let it be, or have the branch deleted with --delete-branch."
                            + " What is still likely is then proposed again");
        }
        for (Map.Entry<String, CommitStory> branch : cycle.branches().entrySet()) {
            delete(branch.getKey());
        }
        return Undone.of(
                cycle,
                Outcome.BRANCH_DELETED,
                "was never merged, and " + String.join(", ", names) + " is deleted."
                        + " What is still likely is proposed again");
    }

    private static String by(CommitNote note) {
        return note.byGarden() ? note.author() + ", amended by somebody else" : note.author();
    }

    private Optional<CommitNote> foreign(List<String> branches, String head) {
        return branches.stream()
                .flatMap(branch -> repository.mirror().history().commits(tip(branch), head).stream())
                .filter(note -> !committer.made(note, repository.mirror().history()))
                .findFirst();
    }

    private String tip(String branch) {
        String tip = repository.mirror().branchHead(branch);
        if (tip == null) {
            throw new IllegalStateException(branch + " was fetched, but is not here");
        }
        return tip;
    }

    private void delete(String branch) {
        PushOutcome deleted = repository.mirror().publisher().delete(branch, tip(branch));
        if (deleted instanceof PushOutcome.Failed failed) {
            throw new TendedException(
                    TendedException.Kind.REPOSITORY, failed.failure().toString());
        }
        if (deleted instanceof PushOutcome.Refused refused) {
            throw new TendedException(
                    TendedException.Kind.REFUSED,
                    branch + " cannot be deleted from here (" + refused.message() + "); delete it on the forge");
        }
        if (deleted instanceof PushOutcome.Moved moved) {
            throw new TendedException(
                    TendedException.Kind.REFUSED,
                    "somebody pushed to " + branch + " meanwhile (" + moved.message() + "); look at it again");
        }
    }
}
