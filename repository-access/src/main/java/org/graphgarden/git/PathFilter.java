package org.graphgarden.git;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Chooses files by their path. A glob knows {@code *} (anything but a slash), {@code **} (anything), {@code **}{@code /}
 * (any number of folders, also none) and {@code ?} (one character but a slash); everything else stands for itself.
 */
public final class PathFilter {

    private static final PathFilter MARKDOWN = of(List.of("**/*.md"), List.of());

    private final List<Pattern> include;
    private final List<Pattern> exclude;

    private PathFilter(List<Pattern> include, List<Pattern> exclude) {
        this.include = include;
        this.exclude = exclude;
    }

    /** Files that match one glob of {@code include} and none of {@code exclude}. */
    public static PathFilter of(List<String> include, List<String> exclude) {
        return new PathFilter(compile(include), compile(exclude));
    }

    /** Every {@code .md} file. */
    public static PathFilter markdown() {
        return MARKDOWN;
    }

    /** Whether the path (forward slashes, relative to the top of the repository) is chosen. */
    public boolean matches(String path) {
        return any(include, path) && !any(exclude, path);
    }

    private static boolean any(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static List<Pattern> compile(List<String> globs) {
        return globs.stream().map(PathFilter::compile).toList();
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); ) {
            if (glob.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (glob.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else {
                char c = glob.charAt(at++);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
