package org.graphgarden.ingest.feedback;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.ingest.read.BlobWork;
import org.jspecify.annotations.Nullable;

/** The versions of files that were read last: what one commit leaves behind is what the next one finds. */
final class Sketches {

    /** While a history is read: the newest versions of some thousands of files, and as many old ones. */
    private static final int KEPT = 12_000;

    /** Between two pushes. */
    private static final int AT_REST = 500;

    /** Fewer are read at once where they are wanted. */
    private static final int MANY = 16;

    private final Map<String, Optional<Sketch>> recent = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Sketch>> eldest) {
            return size() > KEPT;
        }
    };

    /** What a blob says; null when it is no pattern that can be read. */
    @Nullable Sketch of(String blob, Function<String, @Nullable Sketch> read) {
        Optional<Sketch> known = recent.get(blob);
        if (known == null) {
            known = Optional.ofNullable(read.apply(blob));
            recent.put(blob, known);
        }
        return known.orElse(null);
    }

    /** Lets go of most of them. */
    void rest() {
        Iterator<String> eldest = recent.keySet().iterator();
        for (int over = recent.size() - AT_REST; over > 0; over--) {
            eldest.next();
            eldest.remove();
        }
    }

    /** Reads many at a time, if there are many; no more than are kept. */
    void readAhead(
            List<String> blobs,
            PatternTree tree,
            BlobWork work,
            BiFunction<BlobReader, String, @Nullable Sketch> read) {
        List<String> wanted = blobs.stream()
                .filter(blob -> !recent.containsKey(blob))
                .distinct()
                .limit(KEPT / 2)
                .toList();
        if (wanted.size() >= MANY) {
            List<Optional<Sketch>> found =
                    work.map(tree, wanted, (reader, blob) -> Optional.ofNullable(read.apply(reader, blob)), done -> {});
            for (int i = 0; i < wanted.size(); i++) {
                recent.put(wanted.get(i), found.get(i));
            }
        }
    }
}
