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

/** Finds out which secrets a body was signed with, while it comes. Every secret is compared, in constant time. */
final class SignatureCheck {

    private static final String ALGORITHM = "HmacSHA256";

    private final Signature claim;
    private final Map<Secret, Mac> macs = new LinkedHashMap<>();

    SignatureCheck(Signature claim, Map<Secret, byte[]> keys) {
        this.claim = claim;
        keys.forEach((secret, key) -> {
            Mac mac = mac(key);
            mac.update(claim.prefix());
            macs.put(secret, mac);
        });
    }

    /** Takes the next bytes of the body in. */
    void update(byte[] bytes, int length) {
        macs.values().forEach(mac -> mac.update(bytes, 0, length));
    }

    /** The secrets that fit; ends the check. */
    Set<Secret> signedWith() {
        Set<Secret> fitting = new HashSet<>();
        macs.forEach((secret, mac) -> {
            if (MessageDigest.isEqual(mac.doFinal(), claim.mac())) {
                fitting.add(secret);
            }
        });
        return fitting;
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
