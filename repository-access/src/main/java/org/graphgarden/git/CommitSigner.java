package org.graphgarden.git;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs commits as Git does, so that {@code git verify-commit} and forges know them. */
@FunctionalInterface
public interface CommitSigner {
    /** Signs nothing. */
    CommitSigner NONE = commit -> null;

    /**
     * Signs.
     *
     * @param commit the commit's bytes without a signature
     * @return the signature in ASCII armour, or null for none
     * @throws SigningException when it cannot
     */
    @Nullable String sign(byte[] commit);

    /** Signs something, so that a wrong key or passphrase is told at once. */
    default void check() {
        sign(new byte[0]);
    }

    /**
     * Signs with an SSH key.
     *
     * @param key file of the private key
     * @param passphrase looked up for each signature; empty for a key that has none
     */
    static CommitSigner ssh(Path key, Supplier<String> passphrase) {
        return new SshCommitSigner(key, passphrase);
    }

    /**
     * Signs with the program {@code gpg} and its keys.
     *
     * @param program name or path of the program
     * @param key id or fingerprint of the key
     * @param passphrase looked up for each signature; empty leaves it to gpg's own agent
     */
    static CommitSigner openPgp(String program, String key, Supplier<String> passphrase) {
        return new GpgCommitSigner(program, key, passphrase);
    }
}
