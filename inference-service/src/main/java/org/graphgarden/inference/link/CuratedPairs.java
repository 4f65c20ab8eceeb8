package org.graphgarden.inference.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;

/** The pairs that people have linked already, from whichever end and by slug or id. They are never proposed. */
final class CuratedPairs {
    private final Map<String, Set<String>> targetsBySlug = new HashMap<>();
    private final Map<String, String> idsBySlug = new HashMap<>();

    private CuratedPairs() {}

    static CuratedPairs of(PatternIndex index) {
        CuratedPairs pairs = new CuratedPairs();
        for (int pattern = 0; pattern < index.size(); pattern++) {
            Profile profile = index.profile(pattern);
            Set<String> targets = new HashSet<>();
            for (CuratedRelation relation : profile.curated()) {
                targets.add(relation.target());
            }
            pairs.targetsBySlug.put(profile.slug(), targets);
            pairs.idsBySlug.put(profile.slug(), profile.id());
        }
        return pairs;
    }

    boolean contains(String left, String right) {
        return names(left, right) || names(right, left);
    }

    private boolean names(String source, String target) {
        Set<String> targets = targetsBySlug.getOrDefault(source, Set.of());
        String id = idsBySlug.getOrDefault(target, "");
        return targets.contains(target) || !id.isEmpty() && targets.contains(id);
    }
}
