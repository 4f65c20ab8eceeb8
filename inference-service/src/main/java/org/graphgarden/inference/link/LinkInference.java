package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;

/**
 * Infers the links of one epoch's patterns. Built once for the epoch, then immutable; any thread may ask. What it says of a pattern
 * depends on the epoch's profiles alone. Curated relationships only take pairs away; what stands in garden sections is not
 * looked at, so planting links changes no answer.
 */
public final class LinkInference {
    private static final int MOST_LINKS = 50;

    private final PatternIndex index;
    private final LinkModel model;
    private final CuratedPairs curated;
    private final NearDuplicates duplicates;
    private final Candidates candidates;
    private final ReadTexts texts;
    private final PhraseWeights weights;

    private LinkInference(PatternIndex index, ReadTexts texts, LinkModel model) {
        this.index = index;
        this.texts = texts;
        this.model = model;
        weights = texts.weights(index);
        curated = CuratedPairs.of(index);
        duplicates = new NearDuplicates(index);
        candidates = new Candidates(index, model, Scales.of(index), texts.mentions());
    }

    /** Opens an epoch with the model that ships. */
    public static LinkInference of(PatternIndex index) {
        return of(index, ReadTexts.of(index.patterns()));
    }

    /** Opens an epoch with the model that ships, over texts that were read beside the index. */
    public static LinkInference of(PatternIndex index, ReadTexts texts) {
        return new LinkInference(index, texts, LinkModel.shipped());
    }

    /** Name and version of the model behind the confidences. */
    public static String modelName() {
        return LinkModel.shipped().name();
    }

    /**
     * Infers the links of one pattern.
     *
     * @throws IllegalArgumentException when the slug is not in the epoch
     */
    public InferredLinks infer(String slug) {
        return infer(index.likeness(index.number(slug)
                .orElseThrow(() -> new IllegalArgumentException("no pattern of this epoch has the slug " + slug))));
    }

    /** Infers the links of the pattern whose likeness this is, taken from the index of this epoch. */
    public InferredLinks infer(Likeness likeness) {
        int source = likeness.pattern();
        String slug = index.slug(source);
        List<Candidate> open = new ArrayList<>();
        TreeSet<String> nearDuplicates = new TreeSet<>();
        for (Candidate candidate : candidates.of(likeness)) {
            if (duplicates.test(candidate)) {
                nearDuplicates.add(index.slug(candidate.target()));
            } else if (open.size() < MOST_LINKS && !curated.contains(slug, index.slug(candidate.target()))) {
                open.add(candidate);
            }
        }
        LinkWriter writer = new LinkWriter(index, model, texts, texts.phrasesOf(source, weights), source);
        return new InferredLinks(open.stream().map(writer::write).toList(), List.copyOf(nearDuplicates));
    }
}
