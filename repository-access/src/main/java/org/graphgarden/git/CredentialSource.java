package org.graphgarden.git;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where credentials come from: asked for each connection, so that those which were changed count without a restart. */
@FunctionalInterface
public interface CredentialSource {

    /** Nothing is said to the host. */
    CredentialSource NONE = () -> null;

    /**
     * The credentials of now, or null for none.
     *
     * @throws IOException when they cannot be looked up; the message says where they were looked for
     */
    @Nullable Credentials look() throws IOException;

    /** Always the same; null for none. */
    static CredentialSource fixed(@Nullable Credentials credentials) {
        return () -> credentials;
    }
}
