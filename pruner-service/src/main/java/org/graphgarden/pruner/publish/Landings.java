package org.graphgarden.pruner.publish;

import org.graphgarden.git.PushOutcome;
import org.graphgarden.pruner.publish.Destination.Landing;

/** Reads what a push said. */
final class Landings {
    private Landings() {}

    static Landing of(PushOutcome pushed) {
        if (pushed instanceof PushOutcome.Moved moved) {
            return new Landing(Outcome.PUSH_REJECTED, moved.message(), true);
        }
        if (pushed instanceof PushOutcome.Refused refused) {
            return new Landing(Outcome.PUSH_REJECTED, Refusals.explained(refused.message()), false);
        }
        if (pushed instanceof PushOutcome.Failed failed) {
            // Whether it arrived is unknown; the next fetch tells.
            boolean again = failed.failure().code().passing();
            return new Landing(Outcome.FAILED, failed.failure().toString(), again);
        }
        return Landing.DONE;
    }
}
