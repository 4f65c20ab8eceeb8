package org.graphgarden.pruner.forge;

import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How a repository's forge is reached. The token is asked for with each call and sent nowhere but to the API's own host.
 *
 * @param kind which API it speaks
 * @param api base address of the API: https, or http on this machine
 * @param repository path of the repository on the forge, such as {@code owner/name}, without a slash before it
 * @param token looks up the token of now
 */
public record ForgeAccess(ForgeKind kind, URI api, String repository, Supplier<String> token) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern TWO_NAMES = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final Pattern NAMES = Pattern.compile("[\\w.-]+(/[\\w.-]+)+");

    public ForgeAccess {
        String host = String.valueOf(api.getHost());
        boolean secure = "https".equals(api.getScheme())
                || "http".equals(api.getScheme()) && LOOPBACK.matcher(host).matches();
        if (!secure || api.getHost() == null || api.getRawUserInfo() != null || api.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "the API of a forge must be an https address of its own, with neither user nor query; http is taken for"
                            + " this machine only");
        }
        Pattern form = kind == ForgeKind.GITLAB ? NAMES : TWO_NAMES;
        if (!form.matcher(repository).matches()) {
            throw new IllegalArgumentException("'" + repository + "' is no path of a repository at " + kind.id()
                    + "; where url is another address than the forge's, give that as forge-url");
        }
    }

    /** Where it is known to be by its host. */
    static ForgeAccess at(ForgeKind kind, String host, String repository, Supplier<String> token) {
        return new ForgeAccess(kind, URI.create(kind.api(host)), repository, token);
    }

    /** The owner: what stands before the repository's name. */
    String owner() {
        return repository.substring(0, repository.lastIndexOf('/'));
    }

    /** Never the token. */
    @Override
    public String toString() {
        return kind.id() + " at " + api.getAuthority() + ", " + repository;
    }
}
