package org.graphgarden.standalone.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Verdict;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.graphgarden.git.TreeFile;
import org.graphgarden.standalone.cycles.PastCycle;
import org.graphgarden.standalone.feedback.HistoryFeedback;
import org.graphgarden.standalone.feedback.Said;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.undo.Undone.File;
import org.jspecify.annotations.Nullable;

/** The files of a head without what a cycle's commits did to them. */
final class UndoneFiles {
    private final OpenRepository repository;
    private final String head;
    private final PatternTree tree;
    private final Map<String, String> blobs = new HashMap<>();
    private final SortedMap<String, byte[]> contents = new TreeMap<>();
    private final SortedMap<String, String> words = new TreeMap<>();
    private final SortedMap<String, String> left = new TreeMap<>();
    private @Nullable Map<String, String> names;
    private @Nullable Set<String> pinned;

    private UndoneFiles(OpenRepository repository, String head) {
        this.repository = repository;
        this.head = head;
        this.tree = repository.tree();
        tree.list(head).forEach(file -> blobs.put(file.path(), file.blob()));
    }

    /** Undoes the commits of a cycle that lie behind a head, the newest first. */
    static UndoneFiles of(OpenRepository repository, String head, PastCycle cycle) {
        UndoneFiles files = new UndoneFiles(repository, head);
        try (BlobReader reader = files.tree.reader()) {
            for (CommitStory commit : cycle.merged()) {
                String id = commit.note().commit();
                String parent = repository.mirror().history().parent(id);
                files.tree.diff(parent, id).forEach(change -> files.undo(reader, change));
            }
        }
        return files;
    }

    /** New contents by path. */
    SortedMap<String, byte[]> contents() {
        return contents;
    }

    /** Files that change. */
    List<File> changed() {
        return files(words);
    }

    /** Files that are left alone. */
    List<File> left() {
        return files(left);
    }

    private static List<File> files(SortedMap<String, String> words) {
        List<File> files = new ArrayList<>();
        words.forEach((path, word) -> files.add(new File(path, word)));
        return files;
    }

    private void undo(BlobReader reader, TreeChange change) {
        byte[] cycle = bytes(reader, change.after());
        if (cycle == null) {
            left.put(change.path(), "it cannot be read as the cycle left it");
            return;
        }
        byte[] before = bytes(reader, change.before());
        String path = blobs.containsKey(change.path()) ? change.path() : named(reader, cycle);
        byte[] now = path.isEmpty() ? null : contents.getOrDefault(path, bytes(reader, blobs.get(path)));
        if (now == null) {
            left.put(change.path(), "the file is gone");
            return;
        }
        String slug = slug(now);
        FileUndo.Result result = FileUndo.of(before, cycle, now, (kind, id) -> isPinned(slug, kind, id));
        if (result instanceof FileUndo.Result.Undone undone) {
            contents.put(path, undone.bytes());
            words.put(path, undone.how());
        } else if (result instanceof FileUndo.Result.Left reason) {
            left.put(path, reason.why());
        }
    }

    /** Where a pattern stands now whose file moved or got another slug; empty when it is gone. */
    private String named(BlobReader reader, byte[] cycle) {
        PatternDocument pattern = document(cycle);
        if (pattern == null) {
            return "";
        }
        String bySlug = names(reader).get(pattern.slug());
        String id = pattern.frontMatter().id();
        String found = bySlug != null || id.isEmpty() ? bySlug : names(reader).get("id " + id);
        return found == null ? "" : found;
    }

    /** Paths by slug, and by id. Files come by path, and of two with one name the first counts. */
    private Map<String, String> names(BlobReader reader) {
        if (names == null) {
            names = new HashMap<>();
            for (TreeFile file : tree.list(head)) {
                byte[] bytes = bytes(reader, file.blob());
                PatternDocument pattern = bytes == null ? null : document(bytes);
                if (pattern != null) {
                    names.putIfAbsent(pattern.slug(), file.path());
                    names.putIfAbsent("id " + pattern.frontMatter().id(), file.path());
                }
            }
        }
        return names;
    }

    private boolean isPinned(String slug, EntryKind kind, String id) {
        if (pinned == null) {
            pinned = new HashSet<>();
            for (Said said : HistoryFeedback.of(repository, head)) {
                if (said.verdict() == Verdict.PINNED) {
                    pinned.add(said.slug() + "/" + said.kind() + "/" + said.id());
                }
            }
        }
        return pinned.contains(slug + "/" + kind + "/" + id);
    }

    private static String slug(byte[] file) {
        PatternDocument pattern = document(file);
        return pattern == null ? "" : pattern.slug();
    }

    private static @Nullable PatternDocument document(byte[] bytes) {
        return PatternReader.read(bytes) instanceof ReadResult.Pattern pattern ? pattern.document() : null;
    }

    private static byte @Nullable [] bytes(BlobReader reader, @Nullable String blob) {
        return blob != null && reader.read(blob) instanceof BlobContent.Bytes content ? content.bytes() : null;
    }
}
