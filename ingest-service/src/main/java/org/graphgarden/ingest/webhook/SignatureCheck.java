package org.graphgarden.ingest.webhook;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graphgarden.settings.Secret;

/** Finds out whose secrets a request shows. Every secret is compared, in constant time. */
final class SignatureCheck {

    private static final String ALGORITHM = "HmacSHA256";

    private final Signature claim;
    private final Map<Secret, byte[]> keys;
    private final Map<Secret, Mac> macs = new LinkedHashMap<>();

    SignatureCheck(Signature claim, Map<Secret, byte[]> keys) {
        this.claim = claim;
        this.keys = keys;
        if (claim instanceof Signature.Hmac hmac) {
            keys.forEach(
                    (secret, bytes) -> hmac.key().apply(bytes).ifPresent(key -> macs.put(secret, begun(key, hmac))));
        }
    }

    /** Takes the next bytes of the body in. */
    void update(byte[] bytes, int length) {
        macs.values().forEach(mac -> mac.update(bytes, 0, length));
    }

    /** The secrets that fit; ends the check. */
    Set<Secret> signedWith() {
        Set<Secret> fitting = new HashSet<>();
        if (claim instanceof Signature.Token token) {
            keys.forEach((secret, bytes) -> addIf(MessageDigest.isEqual(token.secret(), bytes), secret, fitting));
        } else if (claim instanceof Signature.Hmac hmac) {
            macs.forEach((secret, mac) -> addIf(isAny(mac.doFinal(), hmac), secret, fitting));
        }
        return fitting;
    }

    private static void addIf(boolean fits, Secret secret, Set<Secret> fitting) {
        if (fits) {
            fitting.add(secret);
        }
    }

    private static boolean isAny(byte[] expected, Signature.Hmac hmac) {
        boolean any = false;
        for (byte[] claimed : hmac.macs()) {
            any |= MessageDigest.isEqual(claimed, expected);
        }
        return any;
    }

    private static Mac begun(byte[] key, Signature.Hmac hmac) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(hmac.prefix());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
