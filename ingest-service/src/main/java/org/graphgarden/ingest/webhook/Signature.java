package org.graphgarden.ingest.webhook;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What a request claims: that it was signed with HMAC-SHA256 by somebody who knows a secret.
 *
 * @param prefix bytes that were signed before the body, as some forges do; may be empty
 * @param mac the signature
 */
record Signature(byte[] prefix, byte[] mac) {

    private static final int HEX_DIGITS = 64;

    /** A signature over the body alone, from its hexadecimal digits; empty when they are none. */
    static Optional<Signature> ofHex(String digits) {
        try {
            return digits.length() == HEX_DIGITS
                    ? Optional.of(new Signature(new byte[0], HexFormat.of().parseHex(digits)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
