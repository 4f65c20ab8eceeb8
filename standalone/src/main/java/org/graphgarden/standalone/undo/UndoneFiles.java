package org.graphgarden.standalone.undo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Verdict;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SpliceResult;
import org.graphgarden.format.Splicer;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.graphgarden.pruner.plan.Cause;
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
    private final SortedMap<Cause, Integer> withheld = new TreeMap<>();
    private final HeadPatterns patterns;
    private int putBack;
    private @Nullable Set<String> pinned;

    private UndoneFiles(OpenRepository repository, String head, boolean whole) {
        this.repository = repository;
        this.head = head;
        this.patterns = new HeadPatterns(repository, head, whole);
        this.tree = repository.tree();
        tree.list(head).forEach(file -> blobs.put(file.path(), file.blob()));
    }

    /**
     * Undoes the commits of a cycle that lie behind a head, the newest first.
     *
     * @param whole whether all of the garden's patterns are in the repository, so that what is not there is nowhere
     */
    static UndoneFiles of(OpenRepository repository, String head, PastCycle cycle, boolean whole) {
        UndoneFiles files = new UndoneFiles(repository, head, whole);
        try (BlobReader reader = files.tree.reader()) {
            for (CommitStory commit : cycle.merged()) {
                String id = commit.note().commit();
                String parent = repository.mirror().history().parent(id);
                files.tree.diff(parent, id).forEach(change -> files.undo(reader, change));
            }
            files.weed(reader);
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

    /** How many entries stand as they did not before: they are whoever undoes the cycle's, and so pinned. */
    int putBack() {
        return putBack;
    }

    /** How many entries are not put back, by the cause. */
    SortedMap<Cause, Integer> withheld() {
        return withheld;
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
        PatternDocument pattern = document(cycle);
        String path = blobs.containsKey(change.path()) || pattern == null ? change.path() : patterns.path(pattern);
        byte[] now = contents.getOrDefault(path, bytes(reader, blobs.get(path)));
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

    /** What comes back stays, so it has to be right by itself. */
    private void weed(BlobReader reader) {
        Set<String> names = new HashSet<>();
        contents.values().forEach(file -> section(document(file)).links().forEach(link -> names.add(link.target())));
        patterns.follow(names);
        List.copyOf(contents.keySet()).forEach(path -> weed(reader, path));
    }

    private void weed(BlobReader reader, String path) {
        PatternDocument undone = document(contents.get(path));
        if (undone == null || undone.section().isEmpty()) {
            return;
        }
        byte[] now = bytes(reader, blobs.get(path));
        PutBack back = new PutBack(patterns, undone.slug(), section(document(now)), section(undone));
        SpliceResult spliced = Splicer.splice(undone, back.section());
        if (spliced instanceof SpliceResult.Spliced done && !Arrays.equals(done.bytes(), now)) {
            contents.put(path, done.bytes());
            words.merge(path, ", mended", String::concat);
        } else if (!(spliced instanceof SpliceResult.Unchanged)) {
            contents.remove(path);
            words.remove(path);
        }
        if (spliced instanceof SpliceResult.Refused refused) {
            left.put(path, FileUndo.reason(refused));
        } else {
            putBack += back.entries();
            back.withheld().forEach((cause, count) -> withheld.merge(cause, count, Integer::sum));
        }
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

    private static GardenSection section(@Nullable PatternDocument pattern) {
        return pattern == null ? GardenSection.EMPTY : pattern.section().orElse(GardenSection.EMPTY);
    }

    private static @Nullable PatternDocument document(byte @Nullable [] bytes) {
        return bytes != null && PatternReader.read(bytes) instanceof ReadResult.Pattern pattern
                ? pattern.document()
                : null;
    }

    private static byte @Nullable [] bytes(BlobReader reader, @Nullable String blob) {
        return blob != null && reader.read(blob) instanceof BlobContent.Bytes content ? content.bytes() : null;
    }
}
