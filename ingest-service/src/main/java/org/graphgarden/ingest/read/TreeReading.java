package org.graphgarden.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.ingest.change.PatternFile;

/**
 * What looking at some files of a commit gave.
 *
 * @param found patterns by path
 * @param refused files that could not be read, by path
 * @param ignored number of files that are no patterns
 */
public record TreeReading(SortedMap<String, PatternFile> found, List<RefusedFile> refused, int ignored) {

    static TreeReading of(List<FileReading> readings) {
        SortedMap<String, PatternFile> found = new TreeMap<>();
        List<RefusedFile> refused = new ArrayList<>();
        int ignored = 0;
        for (FileReading reading : readings) {
            if (reading instanceof FileReading.Found pattern) {
                found.put(pattern.file().path(), pattern.file());
            } else if (reading instanceof FileReading.Refused file) {
                refused.add(file.file());
            } else {
                ignored++;
            }
        }
        return new TreeReading(found, List.copyOf(refused), ignored);
    }
}
