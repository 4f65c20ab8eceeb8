package org.graphgarden.pruner.plan;

import java.util.regex.Pattern;

/**
 * A glob as {@link java.nio.file.FileSystem#getPathMatcher} reads it, with slashes, but matched against text: a path of the platform
 * cannot hold every name that Git can, and which ones it can depends on the locale.
 */
final class Glob {
    private static final String SPECIAL = "\\.[]{}()<>*+-=!?^$|&";

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean inGroup;

    private Glob(String glob) {
        this.glob = glob;
    }

    /** @throws IllegalArgumentException when it is not a glob */
    static Pattern compile(String glob) {
        return new Glob(glob).compile();
    }

    private Pattern compile() {
        while (at < glob.length()) {
            one(glob.charAt(at++));
        }
        if (inGroup) {
            throw wrong("a { is not closed");
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private void one(char c) {
        switch (c) {
            case '*' -> stars();
            case '?' -> regex.append("[^/]");
            case '[' -> choice();
            case '\\' -> literal(next("nothing is behind a \\"));
            case '{' -> {
                if (inGroup) {
                    throw wrong("a { is inside another");
                }
                inGroup = true;
                regex.append("(?:(?:");
            }
            case '}' -> {
                regex.append(inGroup ? "))" : "\\}");
                inGroup = false;
            }
            case ',' -> regex.append(inGroup ? ")|(?:" : ",");
            default -> literal(c);
        }
    }

    private void stars() {
        boolean deep = at < glob.length() && glob.charAt(at) == '*';
        at += deep ? 1 : 0;
        regex.append(deep ? ".*" : "[^/]*");
    }

    /** One character out of some, or none of them; never a slash. */
    private void choice() {
        int end = glob.indexOf(']', at + 1);
        if (end < 0) {
            throw wrong("a [ is not closed");
        }
        boolean not = glob.charAt(at) == '!';
        String inside = glob.substring(at + (not ? 1 : 0), end);
        if (inside.isEmpty() || inside.indexOf('/') >= 0) {
            throw wrong("between [ and ] something has to be, and no slash");
        }
        regex.append("[[^/]&&[").append(not ? "^" : "");
        for (int i = 0; i < inside.length(); i++) {
            boolean range = inside.charAt(i) == '-' && i > 0 && i < inside.length() - 1;
            if (range) {
                regex.append('-');
            } else {
                literal(inside.charAt(i));
            }
        }
        regex.append("]]");
        at = end + 1;
    }

    private char next(String otherwise) {
        if (at == glob.length()) {
            throw wrong(otherwise);
        }
        return glob.charAt(at++);
    }

    private void literal(char c) {
        regex.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(why + ": " + glob);
    }
}
