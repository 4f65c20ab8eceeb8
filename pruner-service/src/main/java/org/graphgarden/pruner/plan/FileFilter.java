package org.graphgarden.pruner.plan;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Chooses files by globs, any of which is enough: without a slash a glob is matched against file name and slug, else against
 * the whole path.
 */
public final class FileFilter {
    /** Lets every file pass. */
    public static final FileFilter ALL = new FileFilter(List.of("**"));

    /** Lets no file pass. */
    public static final FileFilter NONE = new FileFilter(List.of());

    private final List<String> globs;
    private final List<PathMatcher> names;
    private final List<PathMatcher> paths;

    private FileFilter(List<String> globs) {
        this.globs = globs;
        this.names = globs.stream()
                .filter(glob -> !ofPath(glob))
                .map(FileFilter::matcher)
                .toList();
        this.paths = globs.stream()
                .filter(FileFilter::ofPath)
                .map(FileFilter::matcher)
                .toList();
    }

    /**
     * Reads globs as {@link java.nio.file.FileSystem#getPathMatcher} does; without any no file passes.
     *
     * @throws IllegalArgumentException when one is not a glob
     */
    public static FileFilter anyOf(List<String> globs) {
        return globs.isEmpty() ? NONE : new FileFilter(List.copyOf(globs));
    }

    /**
     * Reads one glob; empty lets every file pass.
     *
     * @throws IllegalArgumentException when it is not a glob
     */
    public static FileFilter of(String glob) {
        return glob.isBlank() ? ALL : anyOf(List.of(glob));
    }

    boolean matches(SectionState section) {
        Path path = Path.of(section.path());
        return paths.stream().anyMatch(matcher -> matcher.matches(path))
                || names.stream()
                        .anyMatch(matcher ->
                                matcher.matches(path.getFileName()) || matcher.matches(Path.of(section.slug())));
    }

    private static boolean ofPath(String glob) {
        return glob.indexOf('/') >= 0 || glob.equals("**");
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileFilter that && globs.equals(that.globs);
    }

    @Override
    public int hashCode() {
        return globs.hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", globs);
    }
}
