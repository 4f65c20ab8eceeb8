package org.graphgarden.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How a client says who it is. Secrets are suppliers, which are asked for every request: a changed secret counts at once,
 * and nothing that prints credentials prints a secret.
 */
public sealed interface Credentials {

    /** The value of the {@code Authorization} header; empty when none is sent. */
    Optional<String> header();

    /** Nobody in particular. */
    record Anonymous() implements Credentials {

        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /**
     * Basic authentication.
     *
     * @param username without a colon
     */
    record Basic(String username, Supplier<String> password) implements Credentials {

        public Basic {
            if (username.isEmpty() || username.contains(":")) {
                throw new IllegalArgumentException(
                        "username is '" + username + "', but has to be a name without a colon");
            }
        }

        @Override
        public Optional<String> header() {
            byte[] pair = (username + ":" + password.get()).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[username=" + username + "]";
        }
    }

    /** A bearer token. */
    record Bearer(Supplier<String> token) implements Credentials {

        private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

        @Override
        public Optional<String> header() {
            String value = token.get();
            if (!SENDABLE.matcher(value).matches()) {
                // Whoever else noticed would print it.
                throw new SchemaRegistryException("the token is empty or holds characters that no header can carry;"
                        + " check where schema-registry.token points");
            }
            return Optional.of("Bearer " + value);
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
