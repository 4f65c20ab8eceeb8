package org.graphgarden.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository is. Only https, ssh and local paths are taken (http for this machine alone), because Git's other
 * transports run commands or are open to anyone on the way.
 *
 * @param kind how it is reached
 * @param location address without credentials (ssh keeps its user name), or the absolute path of a local repository
 * @param credentials what stood before the "@" of an https address, or null
 */
public record RepositoryAddress(
        Kind kind, String location, @Nullable Credentials credentials) {

    /** How a repository is reached. */
    public enum Kind {
        HTTPS,
        /** Plain http, to this machine only. */
        HTTP_LOOPBACK,
        SSH,
        LOCAL
    }

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern HELPER = Pattern.compile("^[^/]*::.*");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://.*");
    private static final Pattern SCP = Pattern.compile(
            "^(?:(?<user>[A-Za-z0-9._][A-Za-z0-9._-]*)@)?(?<host>[A-Za-z0-9][A-Za-z0-9._-]*):(?<path>[^-].*)$");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException saying what is wrong, without repeating credentials
     */
    public static RepositoryAddress parse(String text) {
        require(!text.isBlank(), "a repository address must not be blank");
        require(!CONTROL.matcher(text).find(), "a repository address must not hold control characters");
        require(!text.startsWith("-"), "a repository address must not begin with '-'");
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            return withScheme(scheme.group(1).toLowerCase(Locale.ROOT), text);
        }
        require(!HELPER.matcher(text).matches(), "remote helpers ('name::address') are not allowed");
        if (SCP.matcher(text).matches()) {
            return new RepositoryAddress(Kind.SSH, text, null);
        }
        require(
                text.indexOf(':') < 0 || slashBeforeColon(text),
                "not an address; write https://, ssh://, user@host:path, or ./ before a local path with a colon");
        return local(text);
    }

    /** Last part of the path without ".git": a name for the repository where none is configured. */
    public String shortName() {
        String trimmed = location.replaceAll("[/\\\\]+$", "").replaceAll("[/\\\\]?\\.git$", "");
        String last = trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(':')) + 1);
        return last.isEmpty() ? "repository" : last;
    }

    /** Host and port that are asked for it; empty for a local path. */
    public String host() {
        Matcher scp = SCP.matcher(location);
        if (kind == Kind.LOCAL) {
            return "";
        }
        return !location.contains("://") && scp.matches()
                ? scp.group("host")
                : Objects.requireNonNullElse(uri(location).getRawAuthority(), "")
                        .replaceFirst(".*@", "");
    }

    /** The path of a local repository, or null for any other kind. */
    public @Nullable Path localPath() {
        return kind == Kind.LOCAL ? Path.of(location) : null;
    }

    /** The address with whatever stood before the "@" of an https address blotted out. */
    @Override
    public String toString() {
        return credentials == null ? location : location.replaceFirst("://", "://***@");
    }

    private static RepositoryAddress withScheme(String scheme, String text) {
        URI uri = uri(text);
        return switch (scheme) {
            case "https" -> web(Kind.HTTPS, uri);
            case "http" -> {
                require(
                        LOOPBACK.matcher(host(uri)).matches(),
                        "plain http is taken for this machine only; use https for " + host(uri));
                yield web(Kind.HTTP_LOOPBACK, uri);
            }
            case "ssh" -> ssh(uri);
            case "file" -> {
                require(
                        uri.getHost() == null || "localhost".equals(uri.getHost()),
                        "a file:// address must not name a host");
                yield local(Objects.requireNonNullElse(uri.getPath(), ""));
            }
            default ->
                throw new IllegalArgumentException(
                        "'" + scheme + "://' is not allowed; use https, ssh or a local path");
        };
    }

    private static RepositoryAddress web(Kind kind, URI uri) {
        require(uri.getRawQuery() == null && uri.getRawFragment() == null, "an address must not hold '?' or '#'");
        String location = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host(uri) + port(uri) + uri.getRawPath();
        String userInfo = uri.getRawUserInfo();
        return new RepositoryAddress(kind, location, userInfo == null ? null : credentials(userInfo));
    }

    private static RepositoryAddress ssh(URI uri) {
        String user = uri.getRawUserInfo();
        require(user == null || user.indexOf(':') < 0, "an ssh address must not hold a password; use a key");
        require(user == null || !user.startsWith("-"), "an ssh user must not begin with '-'");
        require(!host(uri).startsWith("-"), "an ssh host must not begin with '-'");
        require(!Objects.requireNonNullElse(uri.getPath(), "").startsWith("/-"), "an ssh path must not begin with '-'");
        String at = user == null ? "" : user + "@";
        return new RepositoryAddress(Kind.SSH, "ssh://" + at + host(uri) + port(uri) + uri.getRawPath(), null);
    }

    private static RepositoryAddress local(String path) {
        require(!path.isBlank(), "a repository address must name a path");
        try {
            return new RepositoryAddress(
                    Kind.LOCAL, Path.of(path).toAbsolutePath().normalize().toString(), null);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path on this machine: " + e.getReason(), e);
        }
    }

    private static Credentials credentials(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String secret = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new Credentials(decode(user), decode(secret));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // The cause repeats the input, which may hold credentials.
            throw new IllegalArgumentException("not a well-formed address: " + e.getReason());
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        require(host != null, "the address names no host");
        return Objects.requireNonNull(host).toLowerCase(Locale.ROOT);
    }

    private static String port(URI uri) {
        return uri.getPort() < 0 ? "" : ":" + uri.getPort();
    }

    private static boolean slashBeforeColon(String text) {
        int slash = text.indexOf('/');
        return slash >= 0 && slash < text.indexOf(':');
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
