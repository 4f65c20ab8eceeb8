package org.graphgarden.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of a garden that operators want to be read again, by record key of their repository, until that is done. One thread. */
final class AskedFiles {

    private final Map<String, List<Asked>> waiting = new TreeMap<>();
    private final Map<String, List<Asked>> taken = new TreeMap<>();

    private record Asked(FileHint file, long offset) {}

    void ask(String key, FileHint file, long offset) {
        waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(new Asked(file, offset));
    }

    /** Takes what waits for these repositories, whose heads are going to be worked off. */
    Map<String, List<FileHint>> take(Set<String> keys) {
        for (String key : keys) {
            List<Asked> asked = waiting.remove(key);
            if (asked != null) {
                taken.put(key, asked);
            }
        }
        Map<String, List<FileHint>> files = new TreeMap<>();
        taken.forEach(
                (key, asked) -> files.put(key, asked.stream().map(Asked::file).toList()));
        return files;
    }

    /** What was taken is done, but for these repositories. */
    void done(Set<String> failed) {
        taken.keySet().retainAll(failed);
        again();
    }

    /** What was taken is not done. */
    void again() {
        taken.forEach((key, asked) ->
                waiting.computeIfAbsent(key, any -> new ArrayList<>()).addAll(asked));
        taken.clear();
    }

    /** Offset of the oldest record that asks for one which is not done, or {@link GardenWork#NONE}. */
    long oldest() {
        return Stream.concat(waiting.values().stream(), taken.values().stream())
                .flatMap(List::stream)
                .mapToLong(Asked::offset)
                .min()
                .orElse(GardenWork.NONE);
    }
}
