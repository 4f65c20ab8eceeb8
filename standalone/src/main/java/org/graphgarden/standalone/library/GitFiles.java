package org.graphgarden.standalone.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeFile;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.ingest.read.CommitReader;
import org.graphgarden.ingest.read.Planted;
import org.graphgarden.ingest.read.PlantedHistory;
import org.graphgarden.standalone.broker.RunFolder;

/** Reads the files of a commit as ingest does: what Graph Garden planted is told by the history. */
final class GitFiles {
    private static final PathFilter FILTER = PathFilter.markdown();

    private GitFiles() {}

    /** Looks at every Markdown file of a commit, in no particular order. */
    static List<LibraryFile> of(BareClone clone, String commit, IntConsumer progress) {
        try (BlobWork work = new BlobWork(Runtime.getRuntime().availableProcessors())) {
            Planted planted = CommitReader.of(clone, commit, FILTER, new PlantedHistory(FILTER), work)
                    .planted();
            PatternTree tree = clone.tree(FILTER);
            return work.map(tree, tree.list(commit), (reader, file) -> read(reader, file, planted), progress);
        }
    }

    /** A folder for a clone, deleted with all it holds when closed. */
    static RunFolder temporary() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return RunFolder.create(parent);
        } catch (IOException e) {
            throw new LibraryException("the temporary folder " + parent + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static LibraryFile read(BlobReader reader, TreeFile file, Planted planted) {
        BlobContent content = reader.read(file.blob());
        return content instanceof BlobContent.Bytes bytes
                ? LibraryFile.of(file.path(), bytes.bytes(), document -> entities(planted, document))
                : LibraryFile.tooLarge(file.path(), file.size());
    }

    private static Set<String> entities(Planted planted, PatternDocument document) {
        return planted.standingIn(document).stream()
                .filter(entry -> entry.kind() == EntryKind.ENTITY)
                .map(entry -> entry.key())
                .collect(Collectors.toUnmodifiableSet());
    }
}
