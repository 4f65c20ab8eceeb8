package org.graphgarden.pruner.publish;

import java.time.LocalDate;
import java.util.Optional;
import org.graphgarden.git.FetchOutcome;
import org.jspecify.annotations.Nullable;

/** Where a commit goes in one repository, as the last fetch found it. */
sealed interface Destination permits GardenBranch, TargetBranch, Nowhere {
    /** Chooses by the mode; looks at what the last fetch brought. */
    static Destination of(Site site, Publishing publishing, Declined declined, FetchOutcome.Head head, LocalDate date) {
        Place place = new Place(site, head);
        return switch (publishing.mode()) {
            case BRANCH, PULL_REQUEST ->
                new GardenBranch(place, publishing.branch(date), publishing.committer(), declined);
            case DIRECT -> new TargetBranch(place);
            case NONE -> new Nowhere();
        };
    }

    /** Full name of the ref that is written; empty when none is. */
    String ref();

    /** Why nothing may be written here, or null. */
    @Nullable Obstacle obstacle();

    /**
     * The commit of this very cycle, from an attempt of which nobody knew how it ended, or null.
     *
     * @param since commit from which the cycle began; null when it is unknown
     */
    @Nullable String adopted(CycleMark mark, @Nullable String since);

    /** The commit that stands there already and holds, on the same parent, what this one does; null when there is none. */
    default @Nullable String standing(String commit) {
        return null;
    }

    /**
     * Why the commit is not to be published as it proposes nothing beyond what stands there: people closed that. As the branch stays where it
     * stood, it is the memory of what they closed.
     */
    default Optional<Declined.Reason> declined(String commit) {
        return Optional.empty();
    }

    /** Tries to put the commit there. */
    Landing land(String commit);

    /** Why nothing may be written. */
    record Obstacle(Outcome outcome, String message) {}

    /** How an attempt to land ended: well, not, or not yet. */
    record Landing(Outcome outcome, String message, boolean again) {
        static final Landing DONE = new Landing(Outcome.PUBLISHED, "", false);
    }

    /** What a destination knows: what was fetched, and how to reach it. */
    record Place(Site site, FetchOutcome.Head head) {}
}
