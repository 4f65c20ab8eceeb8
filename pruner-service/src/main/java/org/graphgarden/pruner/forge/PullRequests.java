package org.graphgarden.pruner.forge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.graphgarden.git.CommitNote;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * Keeps one request open for a branch: looked for by its head, made when there is none, brought up to date otherwise. Nothing of
 * it is remembered here, so whatever was cut short is made up for by the next call.
 */
public final class PullRequests {
    private final ForgeAccess access;
    private final List<String> labels;

    /** @param labels set beside those that people set */
    public PullRequests(ForgeAccess access, List<String> labels) {
        this.access = access;
        this.labels = List.copyOf(labels);
    }

    /** What became of a request. */
    public sealed interface Kept {
        /**
         * It is open and says what it is to say.
         *
         * @param url address for people
         * @param note what is remarkable about it, for the operator; may be empty
         */
        record Open(String url, String note) implements Kept {}

        /**
         * Somebody closed the one with this very commit, and it is not opened again.
         *
         * @param url address for people
         */
        record Closed(String url) implements Kept {}

        /**
         * It was closed, as it has no purpose any more.
         *
         * @param url address for people
         */
        record Withdrawn(String url) implements Kept {}

        /**
         * It could not be opened, brought up to date or closed.
         *
         * @param trouble why
         * @param message what the forge said, with the remedy, on one line
         */
        record Failed(ForgeTrouble trouble, String message) implements Kept {}
    }

    /** Address of the open request for a branch, if there is one and the forge can be asked. */
    public Optional<String> find(String head, Surroundings surroundings) {
        try {
            return Forge.of(access, surroundings).open(head).stream()
                    .min(Comparator.comparingLong(OpenRequest::number))
                    .map(OpenRequest::url);
        } catch (ForgeException e) {
            return Optional.empty();
        }
    }

    /**
     * The request that somebody closed, and did not merge, while the branch stood at that commit.
     *
     * @return a failure when the forge cannot be asked; empty when there is none, or another one is open
     */
    public Optional<Kept> closed(String head, CommitNote commit, Surroundings surroundings) {
        try {
            Forge forge = Forge.of(access, surroundings);
            return forge.open(head).isEmpty()
                    ? forge.closed(head, commit.commit(), commit.cycle()).map(Kept.Closed::new)
                    : Optional.empty();
        } catch (ForgeException e) {
            return Optional.of(failed(e));
        }
    }

    /**
     * Closes what is open for a branch.
     *
     * @param why a comment, as Markdown
     * @return empty when nothing is open
     */
    public Optional<Kept> withdraw(String head, String why, Surroundings surroundings) {
        try {
            Forge forge = Forge.of(access, surroundings);
            Optional<Kept> last = Optional.empty();
            for (OpenRequest request : forge.open(head)) {
                forge.close(request, why);
                last = Optional.of(new Kept.Withdrawn(request.url()));
            }
            return last;
        } catch (ForgeException e) {
            return Optional.of(failed(e));
        }
    }

    /**
     * Opens the request for a branch, or brings the open one up to date.
     *
     * @param commit what the branch stands at, and the cycle that made it
     */
    public Kept keep(
            CommitNote commit, String head, String base, String title, String body, Surroundings surroundings) {
        Proposal proposal = new Proposal(head, commit.commit(), commit.cycle(), base, title, body, labels);
        try {
            return keep(Forge.of(access, surroundings), proposal);
        } catch (ForgeException e) {
            return failed(e);
        }
    }

    private Kept failed(ForgeException e) {
        return new Kept.Failed(e.trouble(), e.getMessage() + " (" + remedy(e.trouble()) + ")");
    }

    private static Kept keep(Forge forge, Proposal proposal) throws ForgeException {
        List<OpenRequest> open = forge.open(proposal.head());
        OpenRequest request;
        if (open.isEmpty()) {
            Optional<String> closed = forge.closed(proposal.head(), proposal.commit(), proposal.cycle());
            if (closed.isPresent()) {
                return new Kept.Closed(closed.get());
            }
            request = create(forge, proposal);
        } else {
            request = chosen(open, proposal.base());
            if (!request.says(proposal)) {
                forge.update(request, proposal);
            }
        }
        String note = forge.remark() + remarks(open, request, proposal.base()) + labelled(forge, request, proposal);
        return new Kept.Open(request.url(), note.strip());
    }

    /** Somebody, or a call whose answer got lost, may have made one since it was looked for. */
    private static OpenRequest create(Forge forge, Proposal proposal) throws ForgeException {
        try {
            return forge.create(proposal);
        } catch (ForgeException e) {
            List<OpenRequest> open =
                    switch (e.trouble()) {
                        case REFUSED, BUSY, UNREACHABLE, UNEXPECTED -> forge.open(proposal.head());
                        case TOKEN_MISSING, TOKEN_REFUSED, NOT_ALLOWED, NOT_FOUND, RATE_LIMITED -> List.of();
                    };
            if (open.isEmpty()) {
                throw e;
            }
            OpenRequest found = chosen(open, proposal.base());
            if (!found.says(proposal)) {
                forge.update(found, proposal);
            }
            return found;
        }
    }

    /** The oldest of those into the right branch; one into another is better than a second. */
    private static OpenRequest chosen(List<OpenRequest> open, String base) {
        return open.stream()
                .min(Comparator.comparing(
                                (OpenRequest request) -> !request.base().equals(base))
                        .thenComparingLong(OpenRequest::number))
                .orElseThrow();
    }

    private static String remarks(List<OpenRequest> open, OpenRequest chosen, String base) {
        String others = open.size() < 2
                ? ""
                : open.size() + " requests are open for the branch; this one was brought up to date. ";
        String elsewhere = open.isEmpty() || chosen.base().equals(base)
                ? ""
                : "It goes into " + chosen.base() + ", not into " + base + ". ";
        return others + elsewhere;
    }

    /** A request without its labels is better than none. */
    private static String labelled(Forge forge, OpenRequest request, Proposal proposal) {
        List<String> lacking = request.lacking(proposal.labels());
        if (lacking.isEmpty()) {
            return "";
        }
        try {
            forge.label(request, lacking);
            return "";
        } catch (ForgeException e) {
            return "Its labels could not be set: " + e.getMessage() + ". ";
        }
    }

    private String remedy(ForgeTrouble trouble) {
        return trouble == ForgeTrouble.NOT_ALLOWED
                ? "the token needs more rights: " + access.kind().rights()
                : trouble.remedy();
    }

    /** Never the token. */
    @Override
    public String toString() {
        return access.toString();
    }
}
