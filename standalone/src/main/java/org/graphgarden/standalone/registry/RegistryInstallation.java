package org.graphgarden.standalone.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The registry's program, unpacked in a cache folder. What is there is complete and was verified: it is unpacked beside its
 * place and then moved.
 *
 * @param folder with the program and its libraries
 */
public record RegistryInstallation(Path folder) {
    private static final String NAME = "apicurio-registry-3.0.9";
    private static final String PROGRAM = "apicurio-registry-app-3.0.9-runner.jar";
    private static final Duration FETCH_DEADLINE = Duration.ofMinutes(15);
    private static final Duration UNPACK_DEADLINE = Duration.ofMinutes(2);

    /**
     * The installation in a cache folder. When it is missing, the archive is taken from there if somebody put it there, else it is
     * fetched with Maven; 109 MB, once.
     *
     * @param cache may be deleted any time while no registry runs; processes may share it
     * @param progress is told in one line what takes long
     * @throws RegistryProcessException when it cannot be had; says how to provide it by hand
     */
    public static RegistryInstallation provide(Path cache, Consumer<String> progress) {
        try {
            Path folder = Files.createDirectories(cache).toAbsolutePath().resolve(NAME);
            if (!Files.exists(folder)) {
                install(folder, progress);
            }
            return new RegistryInstallation(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry cannot be installed in " + cache, e);
        }
    }

    /** The program itself; its manifest names the libraries. */
    Path program() {
        return folder.resolve(PROGRAM);
    }

    private static void install(Path folder, Consumer<String> progress) throws IOException {
        Path cache = Objects.requireNonNull(folder.getParent());
        try (FileChannel channel = FileChannel.open(
                        cache.resolve(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.exists(folder) || !lock.isValid()) {
                return;
            }
            Path work = cache.resolve(NAME + ".unpacking");
            delete(work);
            Path unpacked = Files.createDirectories(work.resolve("program"));
            Path archive = archive(cache, work, progress);
            RegistryArchive.APICURIO.verify(archive);
            unpack(archive, unpacked, work);
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(work);
        }
    }

    private static Path archive(Path cache, Path work, Consumer<String> progress) throws IOException {
        Path provided = cache.resolve(RegistryArchive.APICURIO.fileName());
        if (Files.exists(provided)) {
            return provided;
        }
        progress.accept("fetching the schema registry with Maven (109 MB, once)");
        fetch(work, provided);
        return work.resolve(RegistryArchive.APICURIO.fileName());
    }

    /** By the goal that needs no project and reads no POM: a POM above this archive's own is not in Maven Central. */
    private static void fetch(Path work, Path provided) throws IOException {
        String remedy = "\nWithout Maven or network: put the file of " + RegistryArchive.APICURIO.coordinates() + " at "
                + provided;
        try {
            Tool.run(
                    work,
                    work.resolve("maven.log"),
                    FETCH_DEADLINE,
                    List.of(
                            windows() ? "mvn.cmd" : "mvn",
                            "-B",
                            "-ntp",
                            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
                            "-Dartifact=" + RegistryArchive.APICURIO.coordinates(),
                            "-DoutputDirectory=" + work));
        } catch (RegistryProcessException e) {
            throw new RegistryProcessException("the schema registry cannot be fetched: " + e.getMessage() + remedy, e);
        } catch (IOException e) {
            throw new RegistryProcessException(
                    "the schema registry cannot be fetched, as Maven cannot be run: " + e.getMessage() + remedy, e);
        }
    }

    private static void unpack(Path archive, Path target, Path work) throws IOException {
        Tool.run(
                work,
                work.resolve("tar.log"),
                UNPACK_DEADLINE,
                List.of("tar", "-xzf", archive.toString(), "-C", target.toString()));
        if (!Files.exists(target.resolve(PROGRAM))) {
            throw new RegistryProcessException("the archive " + archive + " does not hold " + PROGRAM);
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
