package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

    private LinkInference(PatternIndex index, LinkModel model) {
        this.index = index;
        this.model = model;
        curated = CuratedPairs.of(index);
        duplicates = new NearDuplicates(index);
        texts = new ReadTexts(index);
        candidates = new Candidates(index, model, Scales.of(index), texts.mentions());
    }

    /** Opens an epoch with the model that ships. Takes one look at the whole garden: about a millisecond a pattern. */
    public static LinkInference of(PatternIndex index) {
        return new LinkInference(index, LinkModel.shipped());
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
        int source = index.number(slug)
                .orElseThrow(() -> new IllegalArgumentException("no pattern of this epoch has the slug " + slug));
        List<Candidate> open = new ArrayList<>();
        TreeSet<String> nearDuplicates = new TreeSet<>();
        for (Candidate candidate : candidates.of(source)) {
            if (duplicates.test(candidate)) {
                nearDuplicates.add(index.slug(candidate.target()));
            } else if (open.size() < MOST_LINKS && !curated.contains(slug, index.slug(candidate.target()))) {
                open.add(candidate);
            }
        }
        LinkWriter writer = new LinkWriter(index, model, texts, source);
        return new InferredLinks(open.stream().map(writer::write).toList(), List.copyOf(nearDuplicates));
    }
}
