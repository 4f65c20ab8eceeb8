package org.graphgarden.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed while it wrote leaves in a repository: Git's lock files, which would stop everybody for ever, and
 * unfinished packs.
 */
final class LeftLocks {

    private static final Logger LOG = LoggerFactory.getLogger(LeftLocks.class);
    private static final String LOCK = ".lock";

    /** What JGit receives a push into, on this machine within the process that pushes; Git's own names are others. */
    private static final Pattern RECEIVED = Pattern.compile("(incoming_\\d+)\\.(?:pack|idx)");

    /** Nobody holds the lock of a ref for as long, nor that of an index while some files are written, nor leaves a pack it receives. */
    static final Duration HELD = Duration.ofSeconds(30);

    private LeftLocks() {}

    /** Clears a clone that belongs to this process alone and in which it does not write yet. */
    static void sweep(Path clone) throws IOException {
        Files.walkFileTree(clone, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                boolean unfinished = name.startsWith("incoming_") || name.startsWith("insert_");
                if (name.endsWith(LOCK) || unfinished) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Takes away the lock on a branch of somebody's repository, if it is a left one of ours: a lock holds the commit to which the
     * branch is to be moved, and only we move one to a commit of ours.
     *
     * @param gitDir of the repository
     * @param ref full name of the branch
     * @param history of a clone, which knows our commits
     */
    static void release(Path gitDir, String ref, GardenHistory history) {
        Path lock = gitDir.resolve(ref + LOCK);
        try {
            if (isOld(lock) && isOurs(lock, history)) {
                remove(lock);
            }
        } catch (NoSuchFileException e) {
            // Its owner lives, and is done.
        } catch (IOException e) {
            LOG.warn("{} cannot be looked at: {}", lock, e.toString());
        }
    }

    /**
     * Takes away packs that a killed push left half received. A running writer keeps touching its own, the pack while objects come and
     * the index behind that, so the younger of both counts. Should one rest for longer, its push fails and can be made again: refs move
     * only when the files have their final names.
     *
     * @param objects folder of a repository's objects, which linked work trees share; nothing behind a symbolic link is touched
     */
    static void releasePacks(Path objects) {
        if (!Files.isDirectory(objects, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(objects, "incoming_*")) {
            for (Path file : files) {
                if (isLeftPack(file)) {
                    remove(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} cannot be cleared of what a killed run left: {}", objects, e.toString());
        }
    }

    /** Takes away the lock of an index which our own killed process alone can have left. */
    static void releaseIndex(Path index) throws IOException {
        Path lock = index.resolveSibling(index.getFileName() + LOCK);
        if (isOld(lock)) {
            remove(lock);
        }
    }

    private static boolean isLeftPack(Path file) throws IOException {
        Matcher name = RECEIVED.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        for (String end : List.of(".pack", ".idx")) {
            Path either = file.resolveSibling(name.group(1) + end);
            if (Files.exists(either, LinkOption.NOFOLLOW_LINKS) && !isOld(either)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOld(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(Instant.now().minus(HELD));
    }

    private static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        LOG.info("removed {}, which a killed run left", file);
    }

    private static boolean isOurs(Path lock, GardenHistory history) throws IOException {
        if (Files.size(lock) > Constants.OBJECT_ID_STRING_LENGTH + 1) {
            return false;
        }
        String commit = Files.readString(lock, StandardCharsets.ISO_8859_1).strip();
        return ObjectId.isId(commit)
                && history.knows(commit)
                && history.commit(commit).byGarden();
    }
}
