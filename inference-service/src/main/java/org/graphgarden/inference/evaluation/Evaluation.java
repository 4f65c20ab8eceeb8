package org.graphgarden.inference.evaluation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What inference makes of a library whose answers it does not see, beside a plain ranking. Parts without an answer to compare with
 * are null.
 *
 * @param model name of the models
 * @param patterns how many patterns the library has
 * @param links hidden links found again
 * @param baselineLinks the same by the baseline
 * @param types types of those links
 * @param judged what confidences mean to a reader
 * @param baselineJudged the same of the baseline; of it only the order means anything, a cosine is no probability
 * @param entities hidden entities found again
 */
public record Evaluation(
        String model,
        int patterns,
        @Nullable LinkFigures links,
        @Nullable LinkFigures baselineLinks,
        @Nullable TypeFigures types,
        @Nullable JudgedFigures judged,
        @Nullable JudgedFigures baselineJudged,
        @Nullable EntityFigures entities) {

    /**
     * Infers every pattern and compares.
     *
     * @param models opened over what is left of the library
     * @param hidden the library without its answers, and the answers
     * @param judged pairs of this library that a reader judged; may be none
     * @param progress told how many patterns are inferred
     */
    public static Evaluation of(
            GardenInference.Models models, HoldOut hidden, List<Judgement> judged, IntConsumer progress) {
        Map<String, Enrichment> enriched = enrich(models, hidden.profiles(), progress);
        List<Prediction> links = links(enriched);
        boolean asked = !hidden.links().isEmpty() || !judged.isEmpty();
        List<Prediction> baseline = asked ? Baseline.of(hidden.profiles()) : List.of();
        List<GoldLink> gold = hidden.links();
        int patterns = hidden.profiles().size();
        return new Evaluation(
                models.name(),
                patterns,
                gold.isEmpty() ? null : LinkFigures.of(links, gold),
                gold.isEmpty() ? null : LinkFigures.of(baseline, gold),
                gold.isEmpty() ? null : TypeFigures.ofGold(links, gold),
                judged.isEmpty() ? null : JudgedFigures.of(links, judged, patterns),
                judged.isEmpty() ? null : JudgedFigures.of(baseline, judged, patterns),
                hidden.entities().isEmpty() ? null : EntityFigures.of(entities(enriched), hidden.entities()));
    }

    private static SortedMap<String, Enrichment> enrich(
            GardenInference.Models models, List<Profile> profiles, IntConsumer progress) {
        GardenInference inference = models.open(profiles);
        AtomicInteger done = new AtomicInteger();
        return profiles.parallelStream()
                .map(Profile::slug)
                .collect(Collectors.toMap(
                        slug -> slug,
                        slug -> {
                            Enrichment enrichment = inference.enrich(slug);
                            progress.accept(done.incrementAndGet());
                            return enrichment;
                        },
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<Prediction> links(Map<String, Enrichment> enriched) {
        return enriched.entrySet().stream()
                .flatMap(pattern -> pattern.getValue().links().stream()
                        .map(link -> new Prediction(pattern.getKey(), link.target(), link.type(), link.confidence())))
                .toList();
    }

    private static Map<String, List<TaggedEntity>> entities(Map<String, Enrichment> enriched) {
        Map<String, List<TaggedEntity>> entities = new TreeMap<>();
        enriched.forEach((slug, enrichment) -> entities.put(
                slug,
                enrichment.entities().stream()
                        .map(entity -> new TaggedEntity(entity.label(), entity.type(), entity.relevance()))
                        .toList()));
        return entities;
    }
}
