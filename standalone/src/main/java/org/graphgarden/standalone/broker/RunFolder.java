package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The temporary folder of one run. It is deleted on {@link #close()}; its owner holds a lock on a file in it, so that a later run can
 * tell a folder in use from one whose owner was killed, and sweeps the latter. Locks, unlike process ids, are never reused
 * and mean the same in every container that shares the folder.
 */
public final class RunFolder implements AutoCloseable {
    private static final String PREFIX = "graph-garden-";
    private static final String LOCK = "owner.lock";

    private static final SecureRandom NAMES = new SecureRandom();

    /** Pattern texts and settings are nobody else's business. */
    private static final FileAttribute<?>[] PRIVATE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];

    /** A folder without a lock file is being made right now, unless it is older than this. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Folders of this very process: to open and close their lock file again would release the lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private RunFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder below {@code parent}, which usually is the system's temporary folder, and deletes those left behind there.
     *
     * @throws IOException when nothing can be written there
     */
    public static RunFolder create(Path parent) throws IOException {
        sweep(parent);
        while (true) {
            Path path = parent.toAbsolutePath().resolve(PREFIX + HexFormat.of().toHexDigits(NAMES.nextLong()));
            OWN.add(path);
            Files.createDirectory(path, PRIVATE);
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() != null && Files.exists(path.resolve(LOCK))) {
                return new RunFolder(path, lock);
            }
            // Somebody's sweep was faster than our lock.
            lock.close();
            OWN.remove(path);
        }
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** A folder below, made when it is not there. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /** Deletes the folder with all it holds; does nothing the second time. */
    @Override
    public void close() {
        deleteTree(path);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OWN.remove(path);
        }
    }

    /** Deletes the folders below {@code parent} whose owner is gone. */
    static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder) && !OWN.contains(folder.toAbsolutePath())) {
                    sweepOne(folder);
                }
            }
        }
    }

    private static void sweepOne(Path folder) {
        Path lockFile = folder.resolve(LOCK);
        try {
            if (!Files.exists(lockFile)) {
                Instant made = Files.getLastModifiedTime(folder).toInstant();
                if (made.isBefore(Instant.now().minus(GRACE)) && isEmpty(folder)) {
                    Files.delete(folder);
                }
                return;
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                if (tryLock(channel) != null) {
                    Files.deleteIfExists(lockFile);
                    deleteTree(folder);
                }
            }
        } catch (IOException e) {
            // Another user's folder, or another sweep: not ours to care for.
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Deletes a folder even while a dying process still writes to it: what appears meanwhile is deleted in a further round. Does not
     * follow symbolic links.
     */
    static void deleteTree(Path folder) {
        for (int round = 0; round < 20 && Files.exists(folder); round++) {
            try {
                Files.walkFileTree(folder, new Deleter());
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
