package org.graphgarden.ingest.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository's address with everything taken away in which two addresses of one repository differ: scheme, user, port,
 * capitals, a final ".git" or slash. Made for comparing; nobody connects to it.
 */
final class ForgeAddress {

    private static final Pattern WITH_SCHEME =
            Pattern.compile("[a-z][a-z0-9+.-]*://(?:[^/@]*@)?(?<host>\\[[^]]*]|[^/:]+)(?::\\d*)?/+(?<path>.+)");
    private static final Pattern SCP = Pattern.compile("(?:[^/@:]*@)?(?<host>[^/:]+):/*(?<path>.+)");

    private ForgeAddress() {}

    /** Host and path; empty for what is no address on another machine. */
    static Optional<String> of(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = (text.contains("://") ? WITH_SCHEME : SCP).matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String path = withoutEnd(withoutEnd(matcher.group("path"), "/"), ".git");
        return path.isEmpty() ? Optional.empty() : Optional.of(matcher.group("host") + "/" + path);
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }
}
