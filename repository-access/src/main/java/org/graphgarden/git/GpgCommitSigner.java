package org.graphgarden.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Signs with the program gpg, as Git itself does ({@code gpg -bsau KEY}): so agents, cards and the user's keyring work. The
 * passphrase goes in through a pipe, before what is to be signed.
 */
final class GpgCommitSigner implements CommitSigner {
    private static final int LIMIT_SECONDS = 30;
    private static final String BEGIN = "-----BEGIN PGP SIGNATURE-----";

    private final String program;
    private final String key;
    private final Supplier<String> passphrase;

    GpgCommitSigner(String program, String key, Supplier<String> passphrase) {
        if (!key.matches("(0x)?[0-9A-Fa-f]{8,64}")) {
            throw new IllegalArgumentException(
                    "an OpenPGP key is named by its id or fingerprint in hexadecimal digits");
        }
        this.program = program;
        this.key = key;
        this.passphrase = passphrase;
    }

    @Override
    public String sign(byte[] commit) {
        String secret = passphrase.get();
        List<String> line = new ArrayList<>(List.of(program, "--batch", "--no-tty", "--status-fd=2"));
        if (!secret.isEmpty()) {
            line.addAll(List.of("--pinentry-mode=loopback", "--passphrase-fd=0"));
        }
        line.addAll(List.of("-bsau", key));
        try {
            Path said = Files.createTempFile("garden-sign", ".txt");
            try {
                return sign(commit, secret, line, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new SigningException("the program " + program + " cannot be run; install GnuPG, or sign with SSH");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningException("interrupted while " + program + " signed");
        }
    }

    private String sign(byte[] commit, String secret, List<String> line, Path said)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.to(said.toFile()))
                .start();
        try {
            try (OutputStream input = process.getOutputStream()) {
                if (!secret.isEmpty()) {
                    input.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
                }
                input.write(commit);
            } catch (IOException e) {
                // It ended before it had read everything; its exit code and what it said tell why.
                process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
            String signature = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)
                    || process.exitValue() != 0
                    || !signature.startsWith(BEGIN)) {
                throw new SigningException("gpg does not sign with key " + key + ": " + reason(said));
            }
            return signature.strip().replace("\r", "");
        } finally {
            process.destroyForcibly();
        }
    }

    /** The program's own words for people, without its status lines; it never prints a passphrase. */
    private static String reason(Path said) throws IOException {
        String words = Files.readAllLines(said, StandardCharsets.UTF_8).stream()
                .filter(text -> text.startsWith("gpg: "))
                .map(text -> text.substring("gpg: ".length()))
                .reduce((one, other) -> one + "; " + other)
                .orElse("it gives no reason");
        return words.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
