package org.graphgarden.pruner.plan;

import java.util.List;
import java.util.regex.Pattern;

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
    private final List<Pattern> names;
    private final List<Pattern> paths;

    private FileFilter(List<String> globs) {
        this.globs = globs;
        this.names =
                globs.stream().filter(glob -> !ofPath(glob)).map(Glob::compile).toList();
        this.paths =
                globs.stream().filter(FileFilter::ofPath).map(Glob::compile).toList();
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
        if (globs.contains("**")) {
            return true;
        }
        String path = section.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return any(paths, path) || any(names, name) || any(names, section.slug());
    }

    private static boolean any(List<Pattern> globs, String text) {
        return globs.stream().anyMatch(glob -> glob.matcher(text).matches());
    }

    private static boolean ofPath(String glob) {
        return glob.indexOf('/') >= 0 || glob.equals("**");
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
