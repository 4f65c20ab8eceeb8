package org.graphgarden.standalone.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.standalone.tend.Refused;

/**
 * The files of a library with one file for each slug: the first by path.
 *
 * @param patterns by slug
 * @param refused files that could not be read, and those whose slug belongs to another, by path
 */
record SettledFiles(List<LibraryFile.Pattern> patterns, List<Refused> refused) {
    private static final String SLUG_TAKEN = "SLUG_TAKEN";

    static SettledFiles of(List<LibraryFile> files) {
        List<Refused> refused = new ArrayList<>();
        List<LibraryFile.Pattern> found = new ArrayList<>();
        for (LibraryFile file : files) {
            if (file instanceof LibraryFile.Pattern pattern) {
                found.add(pattern);
            } else if (file instanceof LibraryFile.Unreadable unreadable) {
                refused.add(unreadable.file());
            }
        }
        found.sort(Comparator.comparing(LibraryFile.Pattern::path));
        SortedMap<String, LibraryFile.Pattern> owners = new TreeMap<>();
        for (LibraryFile.Pattern pattern : found) {
            String slug = pattern.document().slug();
            LibraryFile.Pattern owner = owners.putIfAbsent(slug, pattern);
            if (owner != null) {
                String message = "slug '%s' belongs to %s. Give one of the two files another slug."
                        .formatted(slug, owner.path());
                refused.add(new Refused(pattern.path(), 0, SLUG_TAKEN, message));
            }
        }
        refused.sort(null);
        return new SettledFiles(List.copyOf(owners.values()), List.copyOf(refused));
    }
}
