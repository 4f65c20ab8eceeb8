package org.graphgarden.ingest.read;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.GardenCommit;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * What Graph Garden planted, rebuilt from history: the entries that its own commits added to sections. They are found
 * again by slug and by id, so a pattern may move or be renamed.
 */
public final class Planted {

    /** Nothing was planted. */
    public static final Planted NOTHING = new Planted(Map.of());

    private final Map<String, Set<SectionRef>> byName;

    private Planted(Map<String, Set<SectionRef>> byName) {
        this.byName = byName;
    }

    /** The same and what these garden commits of a repository added; their order is nothing. */
    Planted and(List<GardenCommit> commits, PatternTree tree, BlobWork work) {
        List<TreeChange> changes = commits.stream()
                .flatMap(commit -> commit.changes().stream())
                .filter(change -> change.after() != null)
                .toList();
        if (changes.isEmpty()) {
            return this;
        }
        IntConsumer silent = done -> {};
        Map<String, Set<SectionRef>> added = new HashMap<>();
        for (Addition addition : work.map(tree, changes, Planted::addition, silent)) {
            for (String name : addition.names()) {
                added.computeIfAbsent(name, key -> new TreeSet<>()).addAll(addition.entries());
            }
        }
        added.forEach((name, entries) -> entries.addAll(byName.getOrDefault(name, Set.of())));
        Map<String, Set<SectionRef>> all = new HashMap<>(byName);
        all.putAll(added);
        return new Planted(all);
    }

    /** Whether anything was ever planted into this pattern. */
    public boolean concerns(String slug, String id) {
        return byName.containsKey(slugName(slug)) || byName.containsKey(idName(id));
    }

    /** The entries of the pattern's section that Graph Garden planted. */
    public SortedSet<SectionRef> standingIn(PatternDocument document) {
        if (!concerns(document.slug(), document.frontMatter().id())) {
            return Collections.emptySortedSet();
        }
        SortedSet<SectionRef> standing = SectionRef.allOf(document);
        standing.removeIf(ref -> names(document).stream()
                .noneMatch(name -> byName.getOrDefault(name, Set.of()).contains(ref)));
        return standing;
    }

    private record Addition(List<String> names, Set<SectionRef> entries) {}

    private static Addition addition(BlobReader reader, TreeChange change) {
        PatternDocument after = read(reader, change.after());
        if (after == null) {
            return new Addition(List.of(), Set.of());
        }
        Set<SectionRef> added = SectionRef.allOf(after);
        PatternDocument before = read(reader, change.before());
        if (before != null) {
            added.removeAll(SectionRef.allOf(before));
        }
        return added.isEmpty() ? new Addition(List.of(), Set.of()) : new Addition(names(after), added);
    }

    private static @Nullable PatternDocument read(BlobReader reader, @Nullable String blob) {
        if (blob == null || !(reader.read(blob) instanceof BlobContent.Bytes content)) {
            return null;
        }
        return PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern ? pattern.document() : null;
    }

    private static List<String> names(PatternDocument document) {
        String id = document.frontMatter().id();
        return id.isEmpty() ? List.of(slugName(document.slug())) : List.of(slugName(document.slug()), idName(id));
    }

    private static String slugName(String slug) {
        return "slug " + slug;
    }

    private static String idName(String id) {
        return "id " + id;
    }
}
