package org.graphgarden.standalone.tend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** Makes the sample's plain files into a Git repository with one commit, the same each time. */
public final class SampleGarden {
    private static final PersonIdent GARDENER = new PersonIdent(
            "Sample Gardener", "gardener@example.org", Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);

    private SampleGarden() {}

    /**
     * Makes the repository.
     *
     * @param files folder of the sample's files
     * @param target folder of the repository; it must be empty or not there
     * @throws TendException when the sample is missing or the target is in use
     */
    public static void plant(Path files, Path target) {
        try {
            if (!Files.isDirectory(files)) {
                throw new TendException(
                        TendException.Kind.INTERNAL,
                        "the sample is not in " + files + "; unpack the distribution again");
            }
            if (Files.exists(target) && !isEmptyFolder(target)) {
                throw new TendException(
                        TendException.Kind.CONFIGURATION,
                        target + " is in use; give --sample an empty folder or one that is not there yet");
            }
            copy(files, target);
            commit(target);
        } catch (IOException | GitAPIException e) {
            throw new TendException(
                    TendException.Kind.INTERNAL, "the sample cannot be made in " + target + ": " + e.getMessage(), e);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        try (Stream<Path> content = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void copy(Path files, Path target) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(files)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            Path copy = target.resolve(files.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void commit(Path target) throws GitAPIException {
        try (Git git = Git.init()
                .setDirectory(target.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Write patterns about running a community garden")
                    .setAuthor(GARDENER)
                    .setCommitter(GARDENER)
                    .setSign(false)
                    .call();
        }
    }
}
