package org.graphgarden.pruner.cycle;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.pruner.forge.PullRequests;
import org.graphgarden.pruner.forge.PullRequests.Kept;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * Proposes what a cycle published: a request of each repository is opened or brought up to date, also for a commit that an earlier
 * run had pushed when it was killed.
 */
final class Proposals {
    private static final String HEADS = "refs/heads/";

    private final PrunedGarden garden;
    private final CycleReport report;
    private final List<String> appended;
    private final Surroundings surroundings;

    /** @param appended further parts of the requests' descriptions, as Markdown */
    Proposals(PrunedGarden garden, CycleReport report, List<String> appended, Surroundings surroundings) {
        this.garden = garden;
        this.report = report;
        this.appended = appended;
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

    private Publication propose(PullRequests requests, Publication publication) {
        return switch (publication.outcome()) {
            case PUBLISHED, ALREADY_PUBLISHED -> keep(requests, publication);
            case FOREIGN_BRANCH ->
                requests.find(branch(publication), surroundings)
                        .map(url -> publication
                                .requested(url, "")
                                .ended(Outcome.FOREIGN_BRANCH, "its pull request is " + url))
                        .orElse(publication);
            case NOTHING_TO_CHANGE, DRY_RUN, PUSH_REJECTED, FAILED, REQUEST_FAILED -> publication;
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
        Kept kept = requests.keep(
                branch(publication),
                commit,
                head.branch(),
                CycleMarkdown.title(publication),
                CycleMarkdown.of(
                        report,
                        publication,
                        appended,
                        site.mirror().history().commit(commit).cycle()),
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
