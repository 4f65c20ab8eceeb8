package org.graphgarden.standalone.up;

import static org.graphgarden.standalone.up.UpException.Kind.CONFIGURATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The folder in which everything lies that outlives a run: the broker's data, local stores, clones, cached embeddings. One
 * process at a time owns it, by a lock on a file in it; the lock ends with the process, however that ends.
 */
public final class StateFolder implements AutoCloseable {
    /** Goes up whenever an older build could not use what a newer one leaves here. */
    private static final int VERSION = 1;

    private static final String VERSION_FILE = "version";
    private static final String LOCK_FILE = "up.lock";

    /** Pattern texts and addresses are nobody else's business. */
    private static final FileAttribute<?>[] PRIVATE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path path;
    private final FileChannel lock;

    private StateFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes a folder, which is made when it is not there.
     *
     * @throws UpException when another process has it, or a newer version wrote it
     */
    public static StateFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, PRIVATE);
            }
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new UpException(
                        CONFIGURATION,
                        "the state folder " + path + " is in use: another `garden up` runs on it; stop that one, or"
                                + " give this one a folder of its own with --state");
            }
            StateFolder state = new StateFolder(path, channel);
            state.requireVersion();
            return state;
        } catch (IOException e) {
            throw new UpException(CONFIGURATION, "the state folder " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whether a process owns the folder just now. */
    public static boolean isOwned(Path folder) {
        Path file = folder.resolve(LOCK_FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            throw new UpException(
                    CONFIGURATION, "the state folder " + folder + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void requireVersion() {
        String written = kept(VERSION_FILE, () -> Integer.toString(VERSION));
        try {
            if (Integer.parseInt(written) <= VERSION) {
                return;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        close();
        throw new UpException(
                CONFIGURATION,
                "the state folder " + path + " has version " + written + ", but this build knows up to " + VERSION
                        + ": use the newer build that wrote it, or another folder with --state (everything in it comes back"
                        + " from Git)");
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** A folder below, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + path.resolve(name) + " cannot be made", e);
        }
    }

    /** A folder below, in which nothing is left of former owners. */
    public Path emptied(String name) {
        Path folder = path.resolve(name);
        try (Stream<Path> left = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be emptied", e);
        }
        return folder(name);
    }

    /** A value that stays the same from its first use on. */
    public String kept(String name, Supplier<String> first) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Path part = path.resolve(name + ".part");
                Files.writeString(part, first.get() + "\n");
                Files.move(part, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be kept", e);
        }
    }

    /** Lets others have it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
