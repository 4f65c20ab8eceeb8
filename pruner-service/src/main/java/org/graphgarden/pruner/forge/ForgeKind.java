package org.graphgarden.pruner.forge;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which API a forge speaks, and what its tokens need. The paths are those of GitHub's REST API (a GitHub Enterprise Server has it
 * below {@code /api/v3}), GitLab's REST API v4, and the API v1 that Gitea and Forgejo share.
 */
public enum ForgeKind {
    GITHUB(
            "/api/v3",
            "a fine-grained token with Pull requests and Contents: read and write, or a classic one with repo"),
    GITLAB("/api/v4", "a token with the scope api and the role Developer"),
    GITEA("/api/v1", "a token with write:repository and write:issue"),
    FORGEJO("/api/v1", "a token with write:repository and write:issue");

    private static final String PUBLIC_GITHUB = "github.com";
    private static final Map<String, ForgeKind> KNOWN =
            Map.of(PUBLIC_GITHUB, GITHUB, "gitlab.com", GITLAB, "codeberg.org", FORGEJO);

    private final String path;
    private final String rights;

    ForgeKind(String path, String rights) {
        this.path = path;
        this.rights = rights;
    }

    /** The forge of a well-known host, without port. */
    public static Optional<ForgeKind> ofHost(String host) {
        return Optional.ofNullable(KNOWN.get(host.toLowerCase(Locale.ROOT)));
    }

    /** Where the API of a host is. */
    String api(String host) {
        return host.equals(PUBLIC_GITHUB) ? "https://api.github.com" : "https://" + host + path;
    }

    /** What its token needs, as half a sentence. */
    public String rights() {
        return rights;
    }

    /** As people write it in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
