package org.graphgarden.standalone.feedback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graphgarden.events.EntryKind;
import org.graphgarden.git.CommitIdent;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PushOutcome;
import org.graphgarden.git.TreeEdit;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.standalone.tended.TendedException;
import org.graphgarden.standalone.text.CommitId;

/**
 * Lets Graph Garden forget what a steward's edit says of an entry. Git is the memory, so this is a commit: it changes no file, and its
 * message holds a line that ingest understands.
 */
public final class Forgetting {
    private static final String LINE = "Garden-Forget: ";
    private static final int ATTEMPTS = 5;

    private final Tended tended;
    private final Clock clock;

    public Forgetting(Tended tended, Clock clock) {
        this.tended = tended;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param said what is forgotten
     * @param branch the branch that has one commit more
     * @param commit the commit
     */
    public record Forgotten(Said said, String branch, String commit) {
        /** In a line. */
        public String text() {
            return "forgot that " + said.entry() + " was "
                    + EnumWords.of(said.verdict()).replace('-', ' ') + " by " + said.author() + ": "
                    + CommitId.shortened(commit)
                    + " on " + branch + " of " + said.repository();
        }
    }

    /**
     * Forgets what is said of an entry, in whichever repository of the garden its pattern is.
     *
     * @param id empty for the section
     * @throws TendedException when nothing is said of it, or the commit cannot be made
     */
    public List<Forgotten> forget(String slug, EntryKind kind, String id) {
        List<Forgotten> forgotten = new ArrayList<>();
        for (RepositorySettings settings : tended.garden().repositories()) {
            try (OpenRepository repository = new OpenRepository(tended, settings)) {
                forget(repository, Said.entry(slug, kind, id)).ifPresent(forgotten::add);
            }
        }
        if (forgotten.isEmpty()) {
            throw new TendedException(
                    TendedException.Kind.USAGE,
                    "no steward said anything of " + Said.entry(slug, kind, id)
                            + "; `garden feedback list` shows what was said");
        }
        return forgotten;
    }

    private Optional<Forgotten> forget(OpenRepository repository, String entry) {
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FetchOutcome.Head head = repository.fetch();
            Optional<Said> said = HistoryFeedback.of(repository, head.commit()).stream()
                    .filter(each -> each.entry().equals(entry))
                    .findFirst();
            if (said.isEmpty()) {
                return Optional.empty();
            }
            String commit = commit(repository, head, said.get());
            PushOutcome pushed = repository.mirror().publisher().push(head.branch(), commit, head.commit());
            if (pushed instanceof PushOutcome.Accepted) {
                return Optional.of(new Forgotten(said.get(), head.branch(), commit));
            }
            if (pushed instanceof PushOutcome.Failed failed) {
                throw new TendedException(
                        TendedException.Kind.REPOSITORY, failed.failure().toString());
            }
            if (pushed instanceof PushOutcome.Refused refused) {
                throw refused(repository, head, refused.message(), entry);
            }
            // Somebody else pushed meanwhile: look again.
            reason = ((PushOutcome.Moved) pushed).message();
        }
        throw new TendedException(
                TendedException.Kind.REFUSED, "the branch moves faster than this can follow: " + reason);
    }

    private String commit(OpenRepository repository, FetchOutcome.Head head, Said said) {
        Publishing publishing = PrunerSettings.publishing(tended.configuration()
                .settings(PrunerSettings.NAME, tended.garden().name()));
        CommitIdent author = publishing.author().at(clock.instant());
        String message = "Forget what was said of " + said.entry() + "\n\n" + LINE + said.entry() + "\n";
        try (TreeEdit nothing = repository.mirror().publisher().edit(head.commit())) {
            return nothing.commit(author, publishing.committer().at(clock.instant()), message, publishing.signer());
        }
    }

    private static TendedException refused(
            OpenRepository repository, FetchOutcome.Head head, String reason, String entry) {
        return new TendedException(
                TendedException.Kind.REFUSED,
                head.branch() + " of " + repository.name() + " takes no commit from here (" + reason
                        + "); put this line into the message of any commit that comes there: " + LINE + entry);
    }
}
