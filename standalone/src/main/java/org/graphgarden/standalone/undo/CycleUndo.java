package org.graphgarden.standalone.undo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.git.CommitIdent;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PushOutcome;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.git.TreeEdit;
import org.graphgarden.git.WorkTree;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Settings;
import org.graphgarden.standalone.cycles.CycleHistory;
import org.graphgarden.standalone.cycles.PastCycle;
import org.graphgarden.standalone.tended.NearNames;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.standalone.tended.TendedException;
import org.graphgarden.standalone.text.CommitId;
import org.graphgarden.standalone.undo.Undone.Outcome;

/**
 * Undoes a cycle as one commit on the followed branch of each repository that holds it. The commit says that it reverts, so
 * that what the cycle planted counts as rejected; it is made in memory and pushed with the expected old head.
 */
public final class CycleUndo {
    private static final int ATTEMPTS = 5;

    private final Tended tended;
    private final Clock clock;
    private final Options options;

    /**
     * What is asked for.
     *
     * @param dryRun whether nothing is to be written
     * @param deleteBranch whether the branch of a cycle that was never merged is to go
     * @param author who undoes it; empty for Graph Garden itself
     */
    public record Options(boolean dryRun, boolean deleteBranch, Optional<Author> author) {}

    public CycleUndo(Tended tended, Clock clock, Options options) {
        this.tended = tended;
        this.clock = clock;
        this.options = options;
    }

    /**
     * Undoes a cycle wherever it left a commit. What goes wrong in one repository is told beside what was done in the others.
     *
     * @param name its id, the value of its {@code Garden-Cycle} line, or the beginning of a commit's id
     * @throws TendedException when there is no such cycle
     */
    public List<Undone> undo(String name) {
        List<Undone> undone = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        for (RepositorySettings settings : tended.garden().repositories()) {
            try (OpenRepository repository = new OpenRepository(tended, settings)) {
                undo(repository, settings, name, known).ifPresent(undone::add);
            } catch (TendedException e) {
                undone.add(Undone.failed(name, settings.name(), e));
            }
        }
        if (undone.isEmpty()) {
            throw new TendedException(
                    TendedException.Kind.USAGE,
                    "no commit of a cycle '" + name + "' is there; "
                            + NearNames.question(name, known, "`garden prune history` lists what is"));
        }
        return undone;
    }

    private Optional<Undone> undo(
            OpenRepository repository, RepositorySettings settings, String name, Set<String> known) {
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FetchOutcome.Head head = repository.fetch();
            List<PastCycle> cycles = CycleHistory.of(tended, repository, head.commit());
            cycles.forEach(cycle -> known.add(cycle.id()));
            Optional<PastCycle> found = MeantCycle.of(cycles, name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            PastCycle cycle = found.get();
            if (!cycle.isMerged()) {
                return Optional.of(new Proposal(repository, cycle, PrunerSettings.committer(settings()))
                        .withdraw(options, head.commit()));
            }
            if (cycle.revertedBy().isPresent()) {
                CommitStory by = cycle.revertedBy().get();
                return Optional.of(Undone.of(
                        cycle,
                        Outcome.ALREADY_REVERTED,
                        "was undone already by " + CommitId.shortened(by.note().commit()) + " of "
                                + by.note().author()));
            }
            PushedUndo made = commit(repository, settings, head, cycle);
            if (!(made.push() instanceof PushOutcome.Moved moved)) {
                return Optional.of(made.undone());
            }
            // Somebody else pushed meanwhile: look again.
            reason = moved.message();
        }
        throw new TendedException(
                TendedException.Kind.REFUSED, "the branch moves faster than this can follow: " + reason);
    }

    /** What was made, and what became of its push. */
    private record PushedUndo(Undone undone, PushOutcome push) {}

    private PushedUndo commit(
            OpenRepository repository, RepositorySettings settings, FetchOutcome.Head head, PastCycle cycle) {
        UndoneFiles files = UndoneFiles.of(repository, head.commit(), cycle, isWhole());
        PushOutcome none = new PushOutcome.Accepted(head.branch(), head.commit());
        if (files.contents().isEmpty()) {
            return new PushedUndo(
                    undone(cycle, Outcome.NOTHING_LEFT, "nothing of it is left to undo", "", files, ""), none);
        }
        String commit = commit(repository, head, cycle, files);
        ByteArrayOutputStream diff = new ByteArrayOutputStream();
        repository.mirror().diff(head.commit(), commit, diff);
        Outcome outcome = options.dryRun() ? Outcome.DRY_RUN : Outcome.REVERTED;
        String message = options.dryRun()
                ? "would be undone by one commit on " + head.branch()
                : "is undone by " + CommitId.shortened(commit) + " on " + head.branch();
        Undone undone = undone(
                cycle, outcome, message, options.dryRun() ? "" : commit, files, diff.toString(StandardCharsets.UTF_8));
        return new PushedUndo(undone, options.dryRun() ? none : push(repository, settings, head, commit, cycle));
    }

    private static Undone undone(
            PastCycle cycle, Outcome outcome, String message, String commit, UndoneFiles files, String diff) {
        return new Undone(
                cycle.id(),
                cycle.repository(),
                outcome,
                message,
                commit,
                files.changed(),
                files.left(),
                files.putBack(),
                files.withheld(),
                diff);
    }

    /** Whether all patterns of the garden are in one repository. */
    private boolean isWhole() {
        return tended.configuration()
                .garden(tended.garden().name())
                .map(garden -> garden.repositories().size() == 1)
                .orElse(false);
    }

    private String commit(OpenRepository repository, FetchOutcome.Head head, PastCycle cycle, UndoneFiles files) {
        Publishing publishing = options.dryRun() ? Publishing.DEFAULT : publishing();
        CommitIdent author = options.author()
                .map(given -> given.at(clock.instant()))
                .orElseGet(() -> publishing.author().at(clock.instant()));
        try (TreeEdit edit = repository.mirror().publisher().edit(head.commit())) {
            files.contents().forEach(edit::replace);
            return edit.commit(
                    author,
                    publishing.committer().at(clock.instant()),
                    RevertMessage.of(cycle.merged(), files.left().size()),
                    publishing.signer());
        }
    }

    /** Wants the key that signs, so it is not for a dry run. */
    private Publishing publishing() {
        return PrunerSettings.publishing(settings());
    }

    private Settings settings() {
        return tended.configuration()
                .settings(PrunerSettings.NAME, tended.garden().name());
    }

    private static PushOutcome push(
            OpenRepository repository,
            RepositorySettings settings,
            FetchOutcome.Head head,
            String commit,
            PastCycle cycle) {
        if (head.branch().isEmpty()) {
            throw new TendedException(
                    TendedException.Kind.USAGE, "HEAD is on no branch; name the branch with --branch");
        }
        Optional<WorkTree> files = WorkTree.of(RepositoryAddress.parse(settings.url()), head.branch());
        if (files.isPresent() && !files.get().matches(head.commit())) {
            throw new TendedException(
                    TendedException.Kind.REFUSED,
                    "the work tree has changes that are not committed; commit or stash them");
        }
        PushOutcome pushed = repository.mirror().publisher().push(head.branch(), commit, head.commit());
        if (pushed instanceof PushOutcome.Accepted) {
            files.ifPresent(tree -> tree.advance(head.commit(), commit));
        } else if (pushed instanceof PushOutcome.Failed failed) {
            throw new TendedException(
                    TendedException.Kind.REPOSITORY, failed.failure().toString());
        } else if (pushed instanceof PushOutcome.Refused refused) {
            throw new TendedException(
                    TendedException.Kind.REFUSED,
                    head.branch() + " of " + repository.name() + " takes no commit from here (" + refused.message()
                            + "). On a branch of your own: `git revert "
                            + CommitId.shortened(cycle.commit().note().commit())
                            + "`, or `git apply` what --dry-run --diff FILE writes; keep the line \"This reverts commit "
                            + cycle.commit().note().commit() + "\" in its message, and open a request for it");
        }
        return pushed;
    }
}
