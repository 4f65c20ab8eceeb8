package org.graphgarden.ingest.feedback;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.graphgarden.events.EntryKind;
import org.graphgarden.ingest.feedback.Maker.By;
import org.graphgarden.ingest.read.SectionRef;
import org.jspecify.annotations.Nullable;

/** What is special about links: their targets are renamed, and people take them over into relationships. */
final class Links {

    private Links() {}

    /** Entries under the keys that a file has them with: where a link follows its target's rename, so does its trail. */
    static SortedMap<SectionRef, Trail> followed(
            SortedMap<SectionRef, Trail> entries, Sketch file, UnaryOperator<String> successor) {
        SortedMap<SectionRef, Trail> followed = new TreeMap<>(entries);
        entries.forEach((ref, trail) -> {
            if (ref.kind() == EntryKind.LINK && !file.entries().containsKey(ref)) {
                SectionRef now = new SectionRef(EntryKind.LINK, successor.apply(ref.key()));
                if (file.entries().containsKey(now) && followed.putIfAbsent(now, trail) == null) {
                    followed.remove(ref);
                }
            }
        });
        return followed;
    }

    /**
     * A link that we dropped because a steward had taken it over, that steward took away; and who takes a relationship away
     * whose link is gone means both.
     */
    static void settleCurated(
            SortedMap<SectionRef, Trail> entries,
            SortedMap<SectionRef, Trail> before,
            Map<String, Maker> curatedBefore,
            Map<String, Maker> curated,
            Maker by) {
        entries.replaceAll((ref, trail) -> {
            if (ref.kind() != EntryKind.LINK || trail.standing()) {
                return trail;
            }
            Trail was = before.get(ref);
            boolean dropped = trail != was && by.by() == By.GARDEN;
            Maker promoter = dropped ? steward(curated.get(ref.key())) : null;
            if (promoter != null && !promoter.is(by)) {
                return trail.ascribed(promoter);
            }
            boolean both = trail == was
                    && trail.speaks()
                    && by.by() == By.STEWARD
                    && curatedBefore.containsKey(ref.key())
                    && !curated.containsKey(ref.key());
            return both ? trail.ascribed(by) : trail;
        });
    }

    private static @Nullable Maker steward(@Nullable Maker maker) {
        return maker != null && maker.by() == By.STEWARD ? maker : null;
    }
}
