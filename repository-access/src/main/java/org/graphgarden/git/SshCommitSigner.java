package org.graphgarden.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgConfig.GpgFormat;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Signs with an SSH key, as {@code ssh-keygen -Y sign -n git} does; the library's signer does the work. */
final class SshCommitSigner implements CommitSigner {
    private static final PersonIdent NOBODY = new PersonIdent("nobody", "", Instant.EPOCH, ZoneOffset.UTC);

    private final Path key;
    private final Supplier<String> passphrase;

    SshCommitSigner(Path key, Supplier<String> passphrase) {
        this.key = key.toAbsolutePath();
        this.passphrase = passphrase;
    }

    @Override
    public String sign(byte[] commit) {
        Signer signer = Signers.get(GpgFormat.SSH);
        if (signer == null || !Files.isReadable(key)) {
            throw new SigningException("the key file " + key + " cannot be read; check its path and rights");
        }
        try (Passphrase provider = new Passphrase(passphrase.get())) {
            GpgSignature signature =
                    signer.sign(null, new GpgConfig(new Config()), commit, NOBODY, key.toString(), provider);
            return signature.toExternalString();
        } catch (GitAPIException | IOException | RuntimeException e) {
            // What the library says names the file at most, but its causes are none of ours to vouch for.
            throw new SigningException("the key file " + key + " does not sign: it is no private key of SSH, or its"
                    + " passphrase is another (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Answers once whoever asks for the passphrase. */
    private static final class Passphrase extends CredentialsProvider implements AutoCloseable {
        private final char[] secret;

        Passphrase(String secret) {
            this.secret = secret.toCharArray();
        }

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public boolean supports(CredentialItem... items) {
            return secret.length > 0;
        }

        @Override
        public boolean get(@Nullable URIish uri, CredentialItem... items) {
            boolean asked = false;
            for (CredentialItem item : items) {
                if (item instanceof CredentialItem.CharArrayType password) {
                    password.setValue(secret.clone());
                    asked = secret.length > 0;
                }
            }
            return asked;
        }

        @Override
        public void close() {
            Arrays.fill(secret, ' ');
        }
    }
}
