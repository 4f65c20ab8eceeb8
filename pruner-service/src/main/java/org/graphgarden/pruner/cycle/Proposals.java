package org.graphgarden.pruner.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PushOutcome;
import org.graphgarden.pruner.forge.PullRequests;
import org.graphgarden.pruner.forge.PullRequests.Kept;
import org.graphgarden.pruner.publish.CleanUp;
import org.graphgarden.pruner.publish.Declined;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes what a cycle published: a request of each repository is opened or brought up to date, also for a commit that an earlier
 * run had pushed when it was killed; and closed when nothing is left to change.
 */
final class Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);
    private static final String HEADS = "refs/heads/";

    private static final String DONE =
            "Nothing of this is left to change: the files stand by now as Graph Garden would have them, or what it"
                    + " would change is not wanted any more. So this request is closed; the next cycle that finds something opens another.";

    private final PrunedGarden garden;
    private final CycleReport report;
    private final Map<String, String> cut;
    private final Surroundings surroundings;

    /** @param cut commit by repository up to which everything is inferred */
    Proposals(PrunedGarden garden, CycleReport report, Map<String, String> cut, Surroundings surroundings) {
        this.garden = garden;
        this.report = report;
        this.cut = cut;
        this.surroundings = surroundings;
    }

    /** The report's publications, with their requests. */
    List<Publication> propose() {
        List<Publication> proposed = new ArrayList<>();
        for (Publication publication : report.publications()) {
            PullRequests requests = garden.requests().get(publication.repository());
            proposed.add(requests == null ? publication : propose(requests, publication));
        }
        return proposed;
    }

    /** Why what stands on a branch already is not published again. */
    static Declined.Reason reason(Kept kept) {
        return kept instanceof Kept.Failed failed
                ? new Declined.Reason(Outcome.REQUEST_FAILED, failed.message())
                : new Declined.Reason(
                        Outcome.NOTHING_TO_CHANGE,
                        "its pull request " + ((Kept.Closed) kept).url()
                                + " was closed, and there is nothing else to propose");
    }

    private Publication propose(PullRequests requests, Publication publication) {
        return switch (publication.outcome()) {
            case PUBLISHED, ALREADY_PUBLISHED -> keep(requests, publication);
            case FOREIGN_BRANCH ->
                requests.find(branch(publication), surroundings)
                        .map(url -> publication
                                .requested(url, "")
                                .ended(Outcome.FOREIGN_BRANCH, "its pull request is " + url))
                        .orElse(publication);
            case NOTHING_TO_CHANGE -> withdraw(requests, publication);
            case DRY_RUN, PUSH_REJECTED, FAILED, REQUEST_FAILED -> publication;
        };
    }

    private Publication keep(PullRequests requests, Publication publication) {
        Site site = site(publication);
        String commit = String.valueOf(publication.commit());
        if (!(site.mirror().fetch(site.branch()) instanceof FetchOutcome.Head head)) {
            return publication.ended(
                    Outcome.REQUEST_FAILED, "the repository cannot be reached any more, so nothing was proposed");
        }
        if (site.mirror().history().continues(head.commit(), commit)) {
            // It is merged already: there is nothing to propose.
            return publication;
        }
        CommitNote note = site.mirror().history().commit(commit);
        Kept kept = requests.keep(
                note,
                branch(publication),
                head.branch(),
                CycleMarkdown.title(publication),
                CycleMarkdown.of(report, publication, List.of(), note.cycle()),
                surroundings);
        if (kept instanceof Kept.Closed closed) {
            return publication.requested(
                    closed.url(), "its pull request was closed and stays so, until there is something else to propose");
        }
        if (kept instanceof Kept.Open open) {
            return publication.requested(open.url(), open.note());
        }
        return publication.ended(Outcome.REQUEST_FAILED, ((Kept.Failed) kept).message());
    }

    private Publication withdraw(PullRequests requests, Publication publication) {
        Site site = site(publication);
        String branch = branch(publication);
        String tip = branch.isEmpty() ? null : site.mirror().branchHead(branch);
        if (tip == null || !planned() || !isOurs(site, publication, tip)) {
            return publication;
        }
        Kept kept = requests.withdraw(branch, DONE, surroundings).orElse(null);
        if (kept instanceof Kept.Withdrawn withdrawn) {
            delete(site, branch, tip);
            return publication.requested(
                    withdrawn.url(), "its pull request was closed, as nothing of it is left to change");
        }
        return kept instanceof Kept.Failed failed
                ? publication.ended(Outcome.REQUEST_FAILED, failed.message())
                : publication;
    }

    /** Whether everything was planned: what people touched since the cut is left to the next cycle. */
    private boolean planned() {
        return report.publications().stream()
                .allMatch(publication -> cut.getOrDefault(publication.repository(), publication.base())
                                .equals(publication.base())
                        && publication.outcome() != Outcome.FAILED);
    }

    private boolean isOurs(Site site, Publication publication, String tip) {
        GardenHistory history = site.mirror().history();
        List<CommitNote> ahead = history.commits(tip, publication.base());
        return !ahead.isEmpty()
                && ahead.stream()
                        .allMatch(note -> garden.publishing().committer().made(note, garden.name(), history));
    }

    /** Or its commit would count as what people closed. */
    private void delete(Site site, String branch, String tip) {
        if (garden.publishing().cleanUp() != CleanUp.OFF
                && !(site.mirror().publisher().delete(branch, tip) instanceof PushOutcome.Accepted)) {
            LOG.info("branch {} of {} stays", branch, site.repository());
        }
    }

    private Site site(Publication publication) {
        return garden.sites().stream()
                .filter(site -> site.repository().equals(publication.repository()))
                .findFirst()
                .orElseThrow();
    }

    private static String branch(Publication publication) {
        return publication.ref().startsWith(HEADS) ? publication.ref().substring(HEADS.length()) : publication.ref();
    }
}
