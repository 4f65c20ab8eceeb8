package org.graphgarden.standalone.tend;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file the user asked for. */
public final class OutputFile {
    private OutputFile() {}

    /** Refuses a file that cannot be written, before the work begins rather than after it. */
    public static void check(String flag, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new TendException(
                    TendException.Kind.CONFIGURATION,
                    flag + " " + file + " cannot be written; name a file in a folder that exists and can be written");
        }
    }

    /** Writes the content, made only when a file is asked for, in one step: a reader sees all of it or nothing. */
    public static void write(String flag, @Nullable Path file, Content content) {
        if (file == null) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part)) {
                content.writeTo(writer);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TendException(
                    TendException.Kind.CONFIGURATION,
                    flag + " " + file + " could not be written: " + e.getMessage(),
                    e);
        }
    }

    /** What goes into a file. */
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }
}
