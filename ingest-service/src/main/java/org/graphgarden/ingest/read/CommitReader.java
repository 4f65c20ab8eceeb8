package org.graphgarden.ingest.read;

import java.util.List;
import java.util.function.IntConsumer;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;

/** Reads the patterns of one commit. */
public final class CommitReader {

    private final PatternTree tree;
    private final Planted planted;
    private final BlobWork work;

    private CommitReader(PatternTree tree, Planted planted, BlobWork work) {
        this.tree = tree;
        this.planted = planted;
        this.work = work;
    }

    /** Gets ready to read files of {@code commit}; its history says what was planted. */
    public static CommitReader of(
            BareClone clone, String commit, PathFilter filter, PlantedHistory history, BlobWork work) {
        return new CommitReader(clone.tree(filter), history.at(clone, commit, work), work);
    }

    /** Looks at some files; {@code progress} is told now and then how many are done. */
    public TreeReading read(List<FileAt> files, IntConsumer progress) {
        FileReader reader = new FileReader(planted);
        return TreeReading.of(work.map(tree, files, reader::read, progress));
    }

    /** What Graph Garden planted up to this commit. */
    public Planted planted() {
        return planted;
    }
}
