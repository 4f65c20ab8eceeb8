package org.graphgarden.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a clone from growing with every cycle. Each commit that is made here is a pack, each fetch may be one; they are joined when
 * there are many, and what no branch reaches any more goes with that. A clone that borrows a local repository's objects has none of
 * its own that a branch reaches: there the oldest packs just go. The repository that is borrowed from is never touched.
 */
final class CloneTidying {
    private static final Logger LOG = LoggerFactory.getLogger(CloneTidying.class);
    /** Packs that may lie about; the newest may still be read from, such as for events and differences. */
    static final int PACKS = 16;

    private static final int KEPT = 8;

    private CloneTidying() {}

    /** Tidies when it is worth it; what is cut short leaves the clone as it was. */
    static void tidy(FileRepository clone, boolean borrows, Duration atMost) throws IOException {
        List<Path> packs = packs(clone.getObjectDatabase().getPackDirectory());
        if (packs.size() <= PACKS) {
            return;
        }
        if (borrows) {
            for (Path pack : packs.subList(KEPT, packs.size())) {
                delete(pack);
            }
        } else {
            join(clone, atMost);
        }
    }

    /** Packs of a folder, newest first. */
    private static List<Path> packs(File folder) throws IOException {
        if (!folder.isDirectory()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.toPath())) {
            return files.filter(file -> file.toString().endsWith(".pack"))
                    .sorted(Comparator.comparing(CloneTidying::written).reversed())
                    .toList();
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** The index goes first: a pack without one is not looked at. */
    private static void delete(Path pack) throws IOException {
        String name = pack.toString().replaceAll("\\.pack$", "");
        for (String ending : List.of(".idx", ".rev", ".bitmap", ".keep", ".pack")) {
            Files.deleteIfExists(Path.of(name + ending));
        }
    }

    private static void join(FileRepository clone, Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        GC gc = new GC(clone);
        gc.setExpireAgeMillis(0);
        gc.setPackExpireAgeMillis(0);
        gc.setProgressMonitor(new EmptyProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return System.nanoTime() > end;
            }
        });
        try {
            gc.gc().get();
        } catch (CancellationException e) {
            LOG.info(
                    "{} was not tidied within {} s; it is tried again later", clone.getDirectory(), atMost.toSeconds());
        } catch (ParseException | GitAPIException | ExecutionException e) {
            throw new IOException("the clone cannot be tidied", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
