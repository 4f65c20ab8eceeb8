package org.graphgarden.ingest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.RefusedException;
import org.graphgarden.settings.Secret;

/**
 * Checks bodies against all secrets, once they are there. A long one costs its length times the number of secrets before anybody
 * is known, so they are checked one at a time: strangers can keep one processor busy and no more. Safe for several threads.
 */
final class SignatureChecks {

    private static final int BUFFER = 16 * 1024;

    private final SecretKeys keys;
    private final Duration patience;
    private final Semaphore longOnes = new Semaphore(1, true);

    /** @param patience how long a long body waits for its turn */
    SignatureChecks(SecretKeys keys, Duration patience) {
        this.keys = keys;
        this.patience = patience;
    }

    /**
     * The secrets that fit.
     *
     * @throws RefusedException when too many long bodies wait to be checked
     */
    Set<Secret> signedWith(Signature claim, Spool spool) throws IOException {
        if (!spool.isLong()) {
            return check(claim, spool);
        }
        waitForATurn();
        try {
            return check(claim, spool);
        } finally {
            longOnes.release();
        }
    }

    private void waitForATurn() {
        try {
            if (longOnes.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(Answer.line(429, "too many long deliveries at a time; send it again")
                .with("Retry-After", Long.toString(Math.max(1, patience.toSeconds()))));
    }

    private Set<Secret> check(Signature claim, Spool spool) throws IOException {
        SignatureCheck check = new SignatureCheck(claim, keys.now());
        byte[] buffer = new byte[BUFFER];
        try (InputStream body = spool.read()) {
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                check.update(buffer, got);
            }
        }
        return check.signedWith();
    }
}
