package org.graphgarden.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.git.PassedOver;
import org.graphgarden.ingest.change.PatternFile;

/**
 * What looking at some files of a commit gave: each is in one of the three.
 *
 * @param found patterns by path
 * @param refused files that could not be read, by path
 * @param ignored files that are no patterns, by path
 */
public record TreeReading(
        SortedMap<String, PatternFile> found, List<RefusedFile> refused, SortedMap<String, IgnoreReason> ignored) {

    static TreeReading of(List<FileReading> readings) {
        SortedMap<String, PatternFile> found = new TreeMap<>();
        List<RefusedFile> refused = new ArrayList<>();
        SortedMap<String, IgnoreReason> ignored = new TreeMap<>();
        for (FileReading reading : readings) {
            if (reading instanceof FileReading.Found pattern) {
                found.put(pattern.file().path(), pattern.file());
            } else if (reading instanceof FileReading.Refused file) {
                refused.add(file.file());
            } else if (reading instanceof FileReading.Ignored file) {
                ignored.put(file.path(), file.reason());
            }
        }
        return new TreeReading(found, List.copyOf(refused), ignored);
    }

    /** The same and what was not even looked at. */
    public TreeReading and(SortedMap<String, PassedOver> passed) {
        SortedMap<String, IgnoreReason> all = new TreeMap<>(ignored);
        passed.forEach((path, reason) -> all.put(path, IgnoreReason.of(reason)));
        return new TreeReading(found, refused, all);
    }

    /** Number of files that were looked at and are no patterns. */
    public int notPatterns() {
        return (int) ignored.values().stream().filter(IgnoreReason::lookedAt).count();
    }

    /** Numbers of ignored files by reason. */
    public SortedMap<IgnoreReason, Integer> ignoredByReason() {
        SortedMap<IgnoreReason, Integer> counts = new TreeMap<>();
        ignored.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return counts;
    }
}
