package org.graphgarden.ingest.webhook;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.RefusedException;
import org.graphgarden.settings.Secret;

/**
 * The repositories that webhooks may speak of.
 *
 * @param all in any order
 */
record Targets(List<Target> all) {

    Targets {
        all = List.copyOf(all);
    }

    /**
     * Those that a notice speaks of; none when it speaks of no repository. Who signs for one cannot speak for another.
     *
     * @throws RefusedException when there is none, or none that is signed for
     */
    List<Target> spokenOf(Notice notice, Set<Secret> signedWith) {
        if (notice.addresses().isEmpty()) {
            return List.of();
        }
        List<Target> known =
                all.stream().filter(target -> target.isAt(notice.addresses())).toList();
        if (known.isEmpty()) {
            throw new RefusedException(Answer.line(404, "the repository is not in the configuration"));
        }
        List<Target> signed = known.stream()
                .filter(target -> !Collections.disjoint(target.secrets(), signedWith))
                .toList();
        if (signed.isEmpty()) {
            throw notSigned();
        }
        return signed;
    }

    /** What somebody gets who shows no secret that counts. */
    static RefusedException notSigned() {
        return new RefusedException(Answer.line(401, "the signature does not fit any secret of this webhook"));
    }
}
