package org.graphgarden.pruner.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeFile;
import org.jspecify.annotations.Nullable;

/** Reads what a repository holds at a commit; files that did not change since an earlier reading are not read again. */
public final class RepositoryReader {
    private final String repository;
    private final PatternTree tree;
    private final StopSign stop;

    public RepositoryReader(String repository, PatternTree tree, StopSign stop) {
        this.repository = repository;
        this.tree = tree;
        this.stop = stop;
    }

    /**
     * Reads all candidate files.
     *
     * @param earlier an earlier reading of the same repository, or null
     */
    public RepositoryState read(String commit, @Nullable RepositoryState earlier) {
        Map<String, FileState> known = earlier == null ? Map.of() : earlier.byPath();
        List<FileState> files = Slices.map(stop, tree.list(commit), slice -> read(slice, known));
        return new RepositoryState(repository, commit, files);
    }

    private List<FileState> read(List<TreeFile> slice, Map<String, FileState> known) {
        List<FileState> states = new ArrayList<>();
        try (BlobReader reader = tree.reader()) {
            for (TreeFile file : slice) {
                states.add(Optional.ofNullable(known.get(file.path()))
                        .filter(state -> state.blob().equals(file.blob()))
                        .orElseGet(() -> FileState.of(repository, file, reader.read(file.blob()))));
            }
        }
        return states;
    }
}
