package org.graphgarden.ingest.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which file stands for which slug: the first by (order of the repositories, path) wins.
 *
 * @param winners by slug
 * @param conflicts files passed over, in the order in which they were met
 */
public record GardenTable(SortedMap<String, Published> winners, List<SlugConflict> conflicts) {

    public GardenTable {
        winners = Collections.unmodifiableSortedMap(winners);
        conflicts = List.copyOf(conflicts);
    }

    /** Settles the slugs of repositories that are given in their configured order. */
    public static GardenTable of(List<RepositoryTable> repositories) {
        SortedMap<String, Published> winners = new TreeMap<>();
        List<SlugConflict> conflicts = new ArrayList<>();
        for (RepositoryTable table : repositories) {
            for (PatternFile file : table.files().values()) {
                Published earlier = winners.putIfAbsent(file.slug(), new Published(table.repository(), file));
                if (earlier != null) {
                    conflicts.add(new SlugConflict(table.repository(), file, earlier));
                }
            }
        }
        return new GardenTable(winners, conflicts);
    }
}
