package org.graphgarden.git;

/**
 * What a forge asks for over https. Never printed.
 *
 * @param user user name; some forges take the token here
 * @param secret password or token; may be empty
 */
public record Credentials(String user, String secret) {

    public Credentials {
        if (user.isEmpty() && secret.isEmpty()) {
            throw new IllegalArgumentException("credentials must have a user or a secret");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
