package org.graphgarden.pruner.plan;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/** Chooses files by a glob: without a slash it is matched against file name and slug, else against the whole path. */
public final class FileFilter {
    /** Lets every file pass. */
    public static final FileFilter ALL = new FileFilter("**");

    private final String glob;
    private final PathMatcher matcher;

    private FileFilter(String glob) {
        this.glob = glob;
        this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /**
     * Reads a glob as {@link java.nio.file.FileSystem#getPathMatcher} does; empty lets every file pass.
     *
     * @throws IllegalArgumentException when it is not a glob
     */
    public static FileFilter of(String glob) {
        return glob.isBlank() ? ALL : new FileFilter(glob);
    }

    boolean matches(SectionState section) {
        Path path = Path.of(section.path());
        if (glob.indexOf('/') >= 0 || glob.equals("**")) {
            return matcher.matches(path);
        }
        return matcher.matches(path.getFileName()) || matcher.matches(Path.of(section.slug()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileFilter that && glob.equals(that.glob);
    }

    @Override
    public int hashCode() {
        return glob.hashCode();
    }

    @Override
    public String toString() {
        return glob;
    }
}
