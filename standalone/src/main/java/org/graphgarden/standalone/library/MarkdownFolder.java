package org.graphgarden.standalone.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.graphgarden.git.BlobReader;

/** The Markdown files of a folder of any depth. Nothing is known of its history. */
public final class MarkdownFolder {
    private MarkdownFolder() {}

    /**
     * Files in the order of their names, or the path itself when it is a file; folders that begin with a dot, such as Git's own,
     * are left out.
     */
    public static SortedSet<Path> files(Path path) throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden =
                        !folder.equals(path) && folder.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.getFileName().toString().endsWith(".md")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    static List<LibraryFile> read(Path folder, IntConsumer progress) {
        try {
            List<LibraryFile> read = new ArrayList<>();
            for (Path file : files(folder)) {
                read.add(read(folder, file));
                progress.accept(read.size());
            }
            return read;
        } catch (IOException e) {
            throw new LibraryException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static LibraryFile read(Path folder, Path file) throws IOException {
        String path = folder.relativize(file).toString().replace('\\', '/');
        long size = Files.size(file);
        return size > BlobReader.LIMIT
                ? LibraryFile.tooLarge(path, size)
                : LibraryFile.of(path, Files.readAllBytes(file), document -> Set.of());
    }
}
