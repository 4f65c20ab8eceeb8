package org.graphgarden.runtime.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Secret;

/** Whether a caller knows the token. Takes as long whatever is wrong with it. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 16;

    private final Optional<byte[]> expected;

    private BearerToken(Optional<byte[]> expected) {
        this.expected = expected;
    }

    /** The token is looked up now; empty lets everybody in. */
    static BearerToken of(Optional<Secret> secret) {
        Optional<byte[]> token = secret.map(Secret::resolve).map(text -> text.getBytes(StandardCharsets.UTF_8));
        token.filter(bytes -> bytes.length < SHORTEST).ifPresent(bytes -> {
            throw new ConfigurationException("http.token is shorter than " + SHORTEST + " bytes: take a longer one");
        });
        return new BearerToken(token);
    }

    boolean admits(Call call) {
        return expected.map(token -> MessageDigest.isEqual(token, sent(call))).orElse(true);
    }

    private static byte[] sent(Call call) {
        return call.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }
}
