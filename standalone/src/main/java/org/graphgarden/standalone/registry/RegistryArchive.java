package org.graphgarden.standalone.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A packed program in a Maven repository, and what its bytes have to be.
 *
 * @param coordinates {@code group:artifact:version:type:classifier}, as Maven writes them
 * @param fileName as Maven calls the file
 * @param sha512 of the file, in lower-case hexadecimal digits
 */
record RegistryArchive(String coordinates, String fileName, String sha512) {
    private static final int DIGITS = 128;

    RegistryArchive {
        if (sha512.length() != DIGITS) {
            throw new IllegalArgumentException("sha512 has " + sha512.length() + " digits instead of " + DIGITS);
        }
    }

    /** The registry that was tried with this version. Apache-2.0; runs on Java 17. */
    static final RegistryArchive APICURIO = new RegistryArchive(
            "io.apicurio:apicurio-registry-app:3.0.9:tar.gz:all",
            "apicurio-registry-app-3.0.9-all.tar.gz",
            "1ed16d7284599c705a1ccbc551b307064990eb1f58c340e37eedc80716f24aba"
                    + "6216b85db35bc6c1651e44fdfd3598c4c6daa082f18e020e6b8f192036e609c0");

    /**
     * Returns when the file is the one that is meant.
     *
     * @throws RegistryProcessException when it is another
     */
    void verify(Path file) throws IOException {
        MessageDigest digest = sha512Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha512)) {
            throw new RegistryProcessException(
                    "the archive " + file + " has the SHA-512 " + found + " instead of " + sha512
                            + ": it is damaged or not the original. Delete it, also from Maven's local repository, and start again");
        }
    }

    private static MessageDigest sha512Digest() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }
}
