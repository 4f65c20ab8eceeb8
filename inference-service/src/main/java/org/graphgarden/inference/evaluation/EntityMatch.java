package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Inferred entities of one pattern beside those that were hidden: first equal labels, then, one to one and most alike first, labels that
 * share half of their words.
 *
 * @param inferred how many were inferred
 * @param hidden how many were hidden
 * @param exact pairs of the same label
 * @param soft further pairs, of labels that are alike
 */
record EntityMatch(int inferred, int hidden, List<Match> exact, List<Match> soft) {
    private static final double ALIKE = 0.5;

    /** An inferred entity and the hidden one that it stands for. */
    record Match(TaggedEntity inferred, TaggedEntity hidden) {
        boolean sameType() {
            return inferred.type().equals(hidden.type());
        }
    }

    /**
     * Matches the first few inferred entities, most relevant first.
     *
     * @param most how many
     */
    static EntityMatch of(List<TaggedEntity> inferred, List<TaggedEntity> hidden, int most) {
        List<TaggedEntity> ranked = new ArrayList<>(inferred);
        ranked.sort(Comparator.comparingDouble(TaggedEntity::relevance).reversed());
        Map<String, TaggedEntity> said = byLabel(ranked);
        Map<String, TaggedEntity> right = byLabel(hidden);
        List<Map.Entry<String, TaggedEntity>> considered =
                said.entrySet().stream().limit(most).toList();
        List<Match> exact = new ArrayList<>();
        List<TaggedEntity> open = new ArrayList<>();
        Map<String, TaggedEntity> unmatched = new LinkedHashMap<>(right);
        for (Map.Entry<String, TaggedEntity> each : considered) {
            TaggedEntity same = unmatched.remove(each.getKey());
            if (same == null) {
                open.add(each.getValue());
            } else {
                exact.add(new Match(each.getValue(), same));
            }
        }
        return new EntityMatch(considered.size(), right.size(), exact, alike(open, List.copyOf(unmatched.values())));
    }

    /** Each label once, the first of equals. */
    private static Map<String, TaggedEntity> byLabel(List<TaggedEntity> entities) {
        Map<String, TaggedEntity> byLabel = new LinkedHashMap<>();
        for (TaggedEntity entity : entities) {
            String key = LabelWords.key(entity.label());
            if (!key.isEmpty()) {
                byLabel.putIfAbsent(key, entity);
            }
        }
        return byLabel;
    }

    private record Alike(double overlap, int inferred, int hidden) {}

    private static List<Match> alike(List<TaggedEntity> inferred, List<TaggedEntity> hidden) {
        List<Alike> pairs = new ArrayList<>();
        for (int i = 0; i < inferred.size(); i++) {
            for (int j = 0; j < hidden.size(); j++) {
                double overlap = LabelWords.overlap(
                        inferred.get(i).label(), hidden.get(j).label());
                if (overlap >= ALIKE) {
                    pairs.add(new Alike(overlap, i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Alike::overlap)
                .thenComparingInt(Alike::inferred)
                .thenComparingInt(Alike::hidden)
                .reversed());
        boolean[] usedInferred = new boolean[inferred.size()];
        boolean[] usedHidden = new boolean[hidden.size()];
        List<Match> matches = new ArrayList<>();
        for (Alike pair : pairs) {
            if (!usedInferred[pair.inferred()] && !usedHidden[pair.hidden()]) {
                usedInferred[pair.inferred()] = true;
                usedHidden[pair.hidden()] = true;
                matches.add(new Match(inferred.get(pair.inferred()), hidden.get(pair.hidden())));
            }
        }
        return matches;
    }
}
