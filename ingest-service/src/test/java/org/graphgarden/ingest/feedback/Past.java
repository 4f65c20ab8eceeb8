package org.graphgarden.ingest.feedback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.git.TreeFile;
import org.graphgarden.ingest.read.BlobWork;

/** A repository whose commits are made at will, with any parents and any tree, and what feedback is made of it. */
final class Past implements AutoCloseable {

    /** Ends the message of a garden commit. */
    static final String OURS = "Tend 1 pattern: plant 1, drop 0 links\n\nGarden-Cycle: beds/1\n";

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Git git;
    private final BareClone clone;
    private final BlobWork work = new BlobWork(2);
    private final Map<String, SortedMap<String, Page>> pages = new LinkedHashMap<>();
    private FeedbackHistory history = new FeedbackHistory(PathFilter.markdown());
    private String author = "Ada";
    private boolean timeStands;
    private int seconds;

    Past(Path folder) throws Exception {
        Path source = folder.resolve("beds");
        git = Git.init()
                .setDirectory(source.toFile())
                .setBare(true)
                .setInitialBranch("main")
                .call();
        clone = BareClone.at(folder.resolve("clone"), Access.to(RepositoryAddress.parse(source.toString())));
    }

    /** From here on all commits have one time. */
    void stopTime() {
        timeStands = true;
    }

    /** Who commits from here on. */
    Past by(String name) {
        author = name;
        return this;
    }

    /** A commit that holds the first parent's pages but for these; a page of null is deleted. */
    String commit(String message, Map<String, Page> changes, String... parents) {
        SortedMap<String, Page> next = new TreeMap<>(parents.length == 0 ? Map.of() : pages.get(parents[0]));
        changes.forEach((path, page) -> {
            if (page.slug().isEmpty()) {
                next.remove(path);
            } else {
                next.put(path, page);
            }
        });
        return commitAll(message, next, parents);
    }

    /** The same with one page at the path that its slug gives. */
    String commit(String message, Page page, String... parents) {
        return commit(message, Map.of(page.slug() + ".md", page), parents);
    }

    /** Stands for a deleted page. */
    static Page deleted() {
        return new Page("");
    }

    Page page(String commit, String path) {
        return Objects.requireNonNull(pages(commit).get(path), path);
    }

    SortedMap<String, Page> pages(String commit) {
        return pages.getOrDefault(commit, Collections.emptySortedMap());
    }

    String commitAll(String message, SortedMap<String, Page> files, String... parents) {
        Repository repository = git.getRepository();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(inserter, files));
            for (String parent : parents) {
                commit.addParentId(ObjectId.fromString(parent));
            }
            seconds += timeStands ? 0 : 1;
            String name = message.contains("Garden-Cycle") ? "Graph Garden" : author;
            PersonIdent ident = new PersonIdent(name, "secret@example.org", NOON.plusSeconds(seconds), ZoneOffset.UTC);
            commit.setAuthor(ident);
            commit.setCommitter(ident);
            commit.setMessage(message);
            String id = inserter.insert(commit).name();
            inserter.flush();
            pages.put(id, new TreeMap<>(files));
            return id;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void branch(String name, String commit) {
        update(name, ObjectId.fromString(commit));
    }

    void deleteBranch(String name) {
        update(name, ObjectId.zeroId());
    }

    /** What feedback says at a commit, one sentence an entry, with what an earlier look kept in memory. */
    List<String> feedback(String head) {
        return sentences(judged(history, head));
    }

    /** The same as somebody finds it who looks for the first time. */
    List<String> fresh(String head) {
        return sentences(judged(new FeedbackHistory(PathFilter.markdown()), head));
    }

    void forgetState() {
        history = new FeedbackHistory(PathFilter.markdown());
    }

    RepositoryFeedback judged(FeedbackHistory by, String head) {
        branch("main", head);
        clone.fetch("main");
        return by.at(clone, head, clone.gardenHeads(), names(head), work);
    }

    Feedback only(String head) {
        List<Feedback> all = judged(history, head).bySlug().values().stream()
                .flatMap(List::stream)
                .toList();
        if (all.size() != 1) {
            throw new AssertionError("one verdict is expected: " + all);
        }
        return all.get(0);
    }

    @Override
    public void close() {
        clone.close();
        git.close();
        work.close();
    }

    private PatternNames names(String head) {
        Map<String, String> names = new TreeMap<>();
        PatternTree tree = clone.tree(PathFilter.markdown());
        try (BlobReader reader = tree.reader()) {
            for (TreeFile file : tree.list(head)) {
                byte[] bytes = ((BlobContent.Bytes) reader.read(file.blob())).bytes();
                if (PatternReader.read(bytes) instanceof ReadResult.Pattern pattern) {
                    names.put(
                            pattern.document().slug(),
                            pattern.document().frontMatter().id());
                }
            }
        }
        return new PatternNames(names);
    }

    private static List<String> sentences(RepositoryFeedback feedback) {
        List<String> sentences = new ArrayList<>();
        feedback.bySlug()
                .forEach((slug, all) -> all.forEach(each -> sentences.add(
                        (slug + " " + each.kind() + " " + each.id()).strip() + " " + each.verdict() + " by "
                                + each.author() + (each.confidence() == null ? "" : " at " + each.confidence()))));
        return sentences;
    }

    private static ObjectId tree(ObjectInserter inserter, SortedMap<String, Page> files) throws IOException {
        DirCache cache = DirCache.newInCore();
        DirCacheBuilder builder = cache.builder();
        for (Map.Entry<String, Page> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().text().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        return cache.writeTree(inserter);
    }

    private void update(String branch, ObjectId commit) {
        try {
            RefUpdate update = git.getRepository().updateRef(Constants.R_HEADS + branch);
            update.setForceUpdate(true);
            if (commit.equals(ObjectId.zeroId())) {
                update.delete();
            } else {
                update.setNewObjectId(commit);
                update.update();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
