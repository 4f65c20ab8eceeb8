package org.graphgarden.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Puts a finished clone in its place in one move, and clears away what a killed process left beside it. */
final class CloneFolder {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String MARK = ".new-";

    private CloneFolder() {}

    /** A name beside {@code directory} that carries this process's id, so that others can tell whether it is in use. */
    static Path beside(Path directory) throws IOException {
        Files.createDirectories(parent(directory));
        String suffix = MARK + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
        return directory.resolveSibling(directory.getFileName() + suffix);
    }

    static void replace(Path directory, Path fresh) throws IOException {
        delete(directory);
        Files.move(fresh, directory);
    }

    /** Deletes unfinished clones of processes that run no more. */
    static void sweep(Path directory) throws IOException {
        if (!Files.isDirectory(parent(directory))) {
            return;
        }
        String prefix = directory.getFileName() + MARK;
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                parent(directory), path -> path.getFileName().toString().startsWith(prefix))) {
            for (Path sibling : siblings) {
                if (abandoned(sibling.getFileName().toString().substring(prefix.length()))) {
                    delete(sibling);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean abandoned(String suffix) {
        String pid = suffix.replaceAll("-.*", "");
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static Path parent(Path directory) {
        return Objects.requireNonNull(directory.getParent(), "a clone needs a folder to stand in");
    }
}
