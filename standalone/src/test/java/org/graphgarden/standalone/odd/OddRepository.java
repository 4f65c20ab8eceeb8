package org.graphgarden.standalone.odd;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.jspecify.annotations.Nullable;

/** A bare repository with odd trees and an odd history; the same seed gives the same one. */
final class OddRepository implements AutoCloseable {

    private static final PersonIdent AUTHOR =
            new PersonIdent("Ada \"O'Gardener\" 🌱", "", Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final List<String> MESSAGES = List.of(
            "",
            "Edit",
            "Tend\n\nGarden-Cycle: x/y\n",
            "Revert \"Tend\"",
            "\u0000",
            "Garden-Forget: a link b",
            "x".repeat(5000));

    private final Path folder;
    private final FileRepository repository;
    private final SplittableRandom random;
    private final OddTree tree;
    private final List<ObjectId> commits = new ArrayList<>();
    private @Nullable ObjectId head;

    OddRepository(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.repository = new FileRepository(folder.toFile());
        this.random = new SplittableRandom(seed);
        this.tree = new OddTree(random);
        repository.create(true);
    }

    Path folder() {
        return folder;
    }

    /** The commit that the branch is on, or null when HEAD is on none. */
    @Nullable ObjectId head() {
        return head;
    }

    FileRepository git() {
        return repository;
    }

    /** Some commits; in one repository of sixteen HEAD is on none of them. */
    void begin() throws IOException {
        switch (random.nextInt(16)) {
            case 0 -> repository.updateRef(Constants.HEAD).link("refs/heads/nowhere");
            case 1 -> set("refs/tags/only", commit());
            default -> {
                int count = 1 + random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    moveTo(commit(parents()));
                }
                set("refs/heads/orphan", commit());
                set("refs/heads/graph-garden/2026-03-01", commit(parents()));
            }
        }
    }

    /** The next push: a commit, a merge, a step back, another history, nothing left, or nothing at all. */
    void goOn() throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> {
                tree.clear();
                moveTo(write(parents()));
            }
            case 1 -> moveTo(commit());
            case 2 -> moveTo(commits.isEmpty() ? commit() : OddFiles.pick(random, commits));
            case 3 -> moveTo(head == null ? commit() : commit(head, OddFiles.pick(random, commits)));
            case 4 -> {
                moveTo(commit(parents()));
                moveTo(write(parents()));
            }
            case 5 -> {}
            default -> moveTo(commit(parents()));
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private List<ObjectId> parents() {
        return head == null ? List.of() : List.of(head);
    }

    private ObjectId commit(ObjectId... parents) throws IOException {
        return commit(List.of(parents));
    }

    private ObjectId commit(List<ObjectId> parents) throws IOException {
        tree.change();
        return write(parents);
    }

    private ObjectId write(List<ObjectId> parents) throws IOException {
        // One file for each commit instead of one for each object.
        try (ObjectInserter inserter = repository.getObjectDatabase().newPackInserter()) {
            CommitBuilder builder = new CommitBuilder();
            builder.setTreeId(tree.write(inserter));
            builder.setParentIds(parents.stream().distinct().toList());
            builder.setAuthor(AUTHOR);
            builder.setCommitter(AUTHOR);
            builder.setMessage(OddFiles.pick(random, MESSAGES));
            ObjectId commit = inserter.insert(builder);
            inserter.flush();
            commits.add(commit);
            return commit;
        }
    }

    private void moveTo(ObjectId commit) throws IOException {
        set(Constants.R_HEADS + "main", commit);
        repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
        head = commit;
    }

    private void set(String ref, ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(commit);
        update.forceUpdate();
    }
}
