package org.graphgarden.pruner.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What stewards want of one section.
 *
 * @param pinned entries that stand as they are, whatever is found wrong with them
 * @param rejected entities and communities that are not to stand there
 * @param optedOut whether the file is not to be touched at all
 */
record Wishes(Set<Ref> pinned, Set<Ref> rejected, boolean optedOut) {
    static final Wishes NONE = new Wishes(Set.of(), Set.of(), false);

    /** Names an entry as its file does. */
    record Ref(Kind kind, String id) {}

    /** By slug. */
    static Map<String, Wishes> of(Feedback feedback) {
        Map<String, Wishes> wishes = new HashMap<>();
        for (Feedback.Entry entry : feedback.entries()) {
            Wishes said = wishes.getOrDefault(entry.slug(), NONE);
            Ref ref = new Ref(entry.kind(), entry.id());
            wishes.put(
                    entry.slug(),
                    switch (entry.verdict()) {
                        case PINNED -> new Wishes(and(said.pinned, ref), said.rejected, said.optedOut);
                        case REJECTED -> new Wishes(said.pinned, and(said.rejected, ref), said.optedOut);
                        case OPTED_OUT -> new Wishes(said.pinned, said.rejected, true);
                        case PROMOTED -> said;
                    });
        }
        return wishes;
    }

    boolean pins(Kind kind, String id) {
        return pinned.contains(new Ref(kind, id));
    }

    boolean rejects(Kind kind, String id) {
        return rejected.contains(new Ref(kind, id));
    }

    private static Set<Ref> and(Set<Ref> refs, Ref ref) {
        Set<Ref> all = new HashSet<>(refs);
        all.add(ref);
        return all;
    }
}
