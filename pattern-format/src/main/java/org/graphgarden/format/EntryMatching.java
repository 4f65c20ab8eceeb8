package org.graphgarden.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Finds for each revised entry the standing one that it is a revision of. */
final class EntryMatching {

    private final List<? extends SectionEntry> standing;
    private final List<Part.Item> items;
    private final Map<String, List<Integer>> byKey = new HashMap<>();
    private final boolean[] taken;

    private EntryMatching(List<? extends SectionEntry> standing, List<Part.Item> items) {
        this.standing = standing;
        this.items = items;
        this.taken = new boolean[standing.size()];
        for (int i = 0; i < standing.size(); i++) {
            byKey.computeIfAbsent(standing.get(i).key(), key -> new ArrayList<>())
                    .add(i);
        }
    }

    /**
     * Positions of the standing entries, one for each revised entry; -1 for a new one. Entries that stand just as wanted
     * are found first, so that as many as possible keep their bytes; then those that say where they come from; then
     * namesakes.
     */
    static int[] match(
            List<? extends SectionEntry> revised, List<? extends SectionEntry> standing, List<Part.Item> items) {
        EntryMatching matching = new EntryMatching(standing, items);
        int[] found = new int[revised.size()];
        Arrays.fill(found, -1);
        matching.pass(revised, found, entry -> matching.atOrigin(entry, true));
        matching.pass(revised, found, entry -> matching.namesake(entry, true));
        matching.pass(revised, found, entry -> matching.atOrigin(entry, false));
        matching.pass(revised, found, entry -> matching.moved(entry));
        matching.pass(revised, found, entry -> matching.namesake(entry, false));
        return found;
    }

    private interface Search {
        int find(SectionEntry entry);
    }

    private void pass(List<? extends SectionEntry> revised, int[] found, Search search) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] < 0) {
                found[i] = search.find(revised.get(i));
                if (found[i] >= 0) {
                    taken[found[i]] = true;
                }
            }
        }
    }

    private int atOrigin(SectionEntry entry, boolean asWanted) {
        int index = entry.origin().index();
        boolean there = index >= 0
                && index < standing.size()
                && !taken[index]
                && standing.get(index).origin().key().equals(entry.origin().key());
        return there && (!asWanted || stands(entry, index)) ? index : -1;
    }

    /** An entry that stands elsewhere in this file than in the one it was read from. */
    private int moved(SectionEntry entry) {
        return entry.origin().key().isEmpty() ? -1 : free(entry.origin().key(), i -> true);
    }

    private int namesake(SectionEntry entry, boolean asWanted) {
        IntPredicate fits = i -> !asWanted || stands(entry, i);
        if (entry.key().isEmpty() && !asWanted) {
            return -1;
        }
        int index = free(Scalars.storable(entry.key()), fits);
        return index >= 0
                ? index
                : EntryValue.bare(entry).map(bare -> free(bare, fits)).orElse(-1);
    }

    private int free(String key, IntPredicate fits) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(i -> !taken[i] && fits.test(i))
                .findFirst()
                .orElse(-1);
    }

    private boolean stands(SectionEntry entry, int index) {
        return EntryValue.stands(entry, items.get(index).value());
    }
}
