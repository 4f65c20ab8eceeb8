package org.graphgarden.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a request claims, so as to show that it comes from somebody who knows a secret. */
sealed interface Signature {

    /**
     * HMAC-SHA256 over some bytes and the body behind them.
     *
     * @param prefix bytes that were signed before the body, as some forges do; may be empty
     * @param macs what is claimed to be the signature; any of them will do, as a sender may sign with an old and a new secret
     * @param key which key a secret stands for; empty for a secret that stands for none, which then signs nothing
     */
    record Hmac(byte[] prefix, List<byte[]> macs, Function<byte[], Optional<byte[]>> key) implements Signature {
        public Hmac {
            macs = List.copyOf(macs);
        }
    }

    /**
     * The secret itself. It says nothing about the body.
     *
     * @param secret as it was sent
     */
    record Token(byte[] secret) implements Signature {}

    /** Signed for a time that is past, or that has not come: nobody asks by whom. */
    record Stale() implements Signature {}

    /** Length of a signature in hexadecimal digits. */
    int HEX_DIGITS = 64;

    /** A signature over the body alone, from its hexadecimal digits; empty when they are none. */
    static Optional<Signature> ofHex(String digits) {
        return ofHex("", digits);
    }

    /**
     * A signature with the secret's own bytes.
     *
     * @param prefix what was signed before the body
     * @param digits the signature in hexadecimal digits
     */
    static Optional<Signature> ofHex(String prefix, String digits) {
        try {
            return digits.length() == HEX_DIGITS
                    ? Optional.of(new Hmac(
                            prefix.getBytes(StandardCharsets.UTF_8),
                            List.of(HexFormat.of().parseHex(digits)),
                            Optional::of))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
