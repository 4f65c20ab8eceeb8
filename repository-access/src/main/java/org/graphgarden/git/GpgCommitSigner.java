package org.graphgarden.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Signs with the program gpg, as Git itself does ({@code gpg -bsau KEY}): so agents, cards and the user's keyring work. The
 * passphrase goes in through a pipe, before what is to be signed.
 */
final class GpgCommitSigner implements CommitSigner {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BEGIN = "-----BEGIN PGP SIGNATURE-----";

    private final Duration limit;
    private final String program;
    private final String key;
    private final Supplier<String> passphrase;

    GpgCommitSigner(String program, String key, Supplier<String> passphrase) {
        this(program, key, passphrase, LIMIT);
    }

    /** @param limit how long the program may take; what it waits for a person for does not come in a cycle */
    GpgCommitSigner(String program, String key, Supplier<String> passphrase, Duration limit) {
        if (!key.matches("(0x)?[0-9A-Fa-f]{8,64}")) {
            throw new IllegalArgumentException(
                    "an OpenPGP key is named by its id or fingerprint in hexadecimal digits");
        }
        this.limit = limit;
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
            Path signed = Files.createTempFile("garden-sign", ".asc");
            try {
                Process process = new ProcessBuilder(line)
                        .redirectError(said.toFile())
                        .redirectOutput(signed.toFile())
                        .start();
                return finished(process, input(secret, commit), said, signed);
            } finally {
                Files.deleteIfExists(said);
                Files.deleteIfExists(signed);
            }
        } catch (IOException e) {
            throw new SigningException("the program " + program + " cannot be run; install GnuPG, or sign with SSH");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningException("interrupted while " + program + " signed");
        }
    }

    private static byte[] input(String secret, byte[] commit) {
        byte[] first = secret.isEmpty() ? new byte[0] : (secret + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] input = Arrays.copyOf(first, first.length + commit.length);
        System.arraycopy(commit, 0, input, first.length, commit.length);
        return input;
    }

    /** Nothing here waits without a limit: the program may stop reading, or wait for a person at another screen. */
    private String finished(Process process, byte[] input, Path said, Path signed)
            throws IOException, InterruptedException {
        try {
            Thread feeder = new Thread(() -> feed(process, input), "garden-sign");
            feeder.setDaemon(true);
            feeder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SigningException(
                        "gpg waits for a passphrase: set prune.signing-passphrase (no signature with key " + key
                                + " within " + limit.toSeconds() + " s)");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String signature = Files.readString(signed, StandardCharsets.ISO_8859_1);
        if (process.exitValue() != 0 || !signature.startsWith(BEGIN)) {
            throw new SigningException("gpg does not sign with key " + key + ": " + reason(said));
        }
        return signature.strip().replace("\r", "");
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input);
        } catch (IOException e) {
            // It ended before it had read everything; its exit code and what it said tell why.
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
