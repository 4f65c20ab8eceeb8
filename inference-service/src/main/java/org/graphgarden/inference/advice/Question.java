package org.graphgarden.inference.advice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One question to a language model.
 *
 * @param instructions what to do and how to answer; ours
 * @param content what it is about, as one JSON object; what patterns say, so not to be trusted
 */
public record Question(String instructions, String content) {
    /** Changes when answers are read in another way. */
    static final String VERSION = "1";

    /** Characters altogether. */
    int length() {
        return instructions.length() + content.length();
    }

    /**
     * What the answer is remembered by: SHA-256 of everything that it depends on, in hexadecimal digits.
     *
     * @param model name of the model that is asked
     */
    public String hash(String model) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {model, VERSION, instructions, content}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
