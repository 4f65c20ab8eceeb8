package org.graphgarden.inference.fit.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.graphgarden.inference.entity.EntityModels;
import org.graphgarden.inference.entity.EntityModels.Ranking;
import org.graphgarden.inference.entity.Example;
import org.graphgarden.inference.entity.Examples;
import org.graphgarden.inference.entity.TypeWeights;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.profile.Profile;

/**
 * Fits what tags patterns on the entities that people, or others than Graph Garden, gave to patterns. Every pattern is left out of all
 * statistics of its own features. The same gardens give the same models.
 */
public final class EntityFit {
    /** With fewer tagged patterns than this the models stay as they are. */
    public static final int FEWEST_PATTERNS = 200;

    private static final int MOST_PATTERNS = 1_600;
    private static final int FOLDS = 3;

    private EntityFit() {}

    /**
     * Models and how good they are.
     *
     * @param models fitted models, or those that were given when there is too little to learn from
     * @param patterns how many patterns were learned from; 0 when none
     * @param about figures on patterns that took no part in the fit, for people
     */
    public record Fitted(EntityModels models, int patterns, ObjectNode about) {}

    /**
     * Fits.
     *
     * @param gardens profiles of each garden
     * @param heldOut slugs of patterns that are not to be learned from
     * @param now models to keep when there is too little to learn from
     */
    public static Fitted of(List<List<Profile>> gardens, Set<String> heldOut, EntityModels now) {
        List<Example> warm = examples(gardens, heldOut, profiles -> Examples.warm(PatternIndex.of(profiles), now));
        if (warm.size() < FEWEST_PATTERNS) {
            return new Fitted(
                    now, 0, about("the models that were there: only " + warm.size() + " patterns have entities"));
        }
        ObjectNode about =
                about("entities of " + warm.size() + " patterns, each left out of the statistics of its features");
        TypeWeights types = TypeFit.of(warm);
        EntityFigures figures = figures(warm);
        for (int fold = 0; fold < FOLDS; fold++) {
            figures.addTypes(fold(warm, fold, true), TypeFit.of(fold(warm, fold, false)));
        }
        Ranking warmRanking = ranking(warm);
        about.put("type accuracy", Figures.rounded(figures.typeAccuracy()));
        put(about.putObject("warm"), figures);
        int patterns = warm.size();
        warm.clear();
        List<Example> cold = examples(gardens, heldOut, profiles -> cold(profiles, now));
        put(about.putObject("cold"), figures(cold));
        return new Fitted(new EntityModels(warmRanking, ranking(cold), types), patterns, about);
    }

    private static ObjectNode about(String data) {
        return JsonNodeFactory.instance.objectNode().put("data", data);
    }

    private static void put(ObjectNode about, EntityFigures figures) {
        about.put("F1@10", Figures.rounded(figures.f1()))
                .put("F1@10 with half of the words", Figures.rounded(figures.softF1()))
                .put("correlation of relevance", Figures.rounded(figures.relevanceCorrelation()));
    }

    private static List<Example> examples(
            List<List<Profile>> gardens, Set<String> heldOut, Function<List<Profile>, Examples> reader) {
        List<Example> all = new ArrayList<>();
        for (List<Profile> profiles : gardens) {
            Examples examples = reader.apply(profiles);
            List<String> slugs = examples.tagged().stream()
                    .filter(slug -> !heldOut.contains(slug))
                    .toList();
            all.addAll(examples.of(evenly(slugs, MOST_PATTERNS / gardens.size())));
        }
        return all;
    }

    private static Set<String> evenly(List<String> slugs, int most) {
        Set<String> some = new LinkedHashSet<>();
        int count = Math.min(slugs.size(), most);
        for (int i = 0; i < count; i++) {
            some.add(slugs.get((int) ((long) i * slugs.size() / count)));
        }
        return some;
    }

    private static Examples cold(List<Profile> profiles, EntityModels now) {
        PatternIndex index = PatternIndex.of(profiles.stream()
                .map(profile -> profile.with(profile.curated(), List.of()))
                .toList());
        return Examples.cold(
                index,
                profiles.stream()
                        .sorted((left, right) -> left.slug().compareTo(right.slug()))
                        .toList(),
                now);
    }

    private static Ranking ranking(List<Example> examples) {
        return new Ranking(RankerFit.of(examples), RelevanceFit.of(examples));
    }

    private static EntityFigures figures(List<Example> examples) {
        EntityFigures figures = new EntityFigures();
        for (int fold = 0; fold < FOLDS; fold++) {
            figures.addRanking(fold(examples, fold, true), ranking(fold(examples, fold, false)));
        }
        return figures;
    }

    /** Every third pattern, or the others. */
    private static List<Example> fold(List<Example> examples, int fold, boolean inside) {
        return IntStream.range(0, examples.size())
                .filter(i -> (i % FOLDS == fold) == inside)
                .mapToObj(examples::get)
                .toList();
    }
}
