package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.link.type.TypeModel;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Profile;

/**
 * Infers the links of one epoch's patterns. Built once for the epoch, then immutable; any thread may ask. What it says of a pattern
 * depends on the epoch's profiles alone. Curated relationships and rejections only take pairs away; what stands in garden sections is not
 * looked at, so planting links changes no answer.
 */
public final class LinkInference {
    private static final int MOST_LINKS = 50;

    private final PatternIndex index;
    private final LinkModel model;
    private final Candidates candidates;
    private final ReadTexts texts;
    private final PhraseWeights weights;
    private final LinkTypes types;

    private LinkInference(
            PatternIndex index,
            LinkModel model,
            Candidates candidates,
            ReadTexts texts,
            PhraseWeights weights,
            LinkTypes types) {
        this.index = index;
        this.model = model;
        this.candidates = candidates;
        this.texts = texts;
        this.weights = weights;
        this.types = types;
    }

    /** Opens an epoch over texts that were read beside the index. */
    public static LinkInference of(PatternIndex index, ReadTexts texts, ModelFile file) {
        LinkModel model = LinkModel.of(file);
        Candidates candidates = Candidates.of(index, model, texts.mentions());
        LinkTypes types = LinkTypes.of(index, texts.mentions(), TypeModel.of(file));
        return new LinkInference(index, model, candidates, texts, texts.weights(index), types);
    }

    /** The same epoch after a change. */
    public LinkInference with(PatternIndex changed) {
        ReadTexts read = texts.with(changed.patterns());
        return new LinkInference(
                changed,
                model,
                candidates.with(changed, read.mentions()),
                read,
                weights,
                types.with(changed, read.mentions()));
    }

    /**
     * Infers the links of one pattern.
     *
     * @throws IllegalArgumentException when the slug is not in the epoch
     */
    public InferredLinks infer(String slug) {
        return infer(index.likeness(number(slug)));
    }

    /** Infers the links of the pattern whose likeness this is, taken from the index of this epoch. */
    public InferredLinks infer(Likeness likeness) {
        int source = likeness.pattern();
        Profile profile = index.profile(source);
        List<Candidate> open = new ArrayList<>();
        TreeSet<String> nearDuplicates = new TreeSet<>();
        Candidates.Found found = candidates.of(likeness);
        for (Candidate candidate : found.best()) {
            Profile target = index.profile(candidate.target());
            if (NearDuplicates.are(profile, target, candidate)) {
                nearDuplicates.add(target.slug());
            }
            if (open.size() < MOST_LINKS && mayPropose(profile, target, candidate)) {
                open.add(candidate);
            }
        }
        LinkWriter writer = new LinkWriter(index, model, texts, texts.phrasesOf(source, weights), source);
        List<CandidateLink> links = open.stream()
                .map(candidate -> writer.write(candidate, types.typeOf(candidate)))
                .toList();
        return new InferredLinks(links, List.copyOf(nearDuplicates), found.reach());
    }

    /** Whether nobody has decided about the pair: what people related or rejected makes room for the next. */
    static boolean mayPropose(Profile source, Profile target, Candidate candidate) {
        return !CuratedPairs.contain(source, target) && !RejectedPairs.contain(source, target, candidate.confidence());
    }

    /**
     * What the type of a link would be told from, by {@link org.graphgarden.inference.link.type.TypeFeature#ordinal()}; empty when either slug is
     * not in the epoch.
     */
    public Optional<double[]> typeFeatures(String source, String target) {
        OptionalInt from = index.number(source);
        OptionalInt to = index.number(target);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(types.features(candidates.pair(from.getAsInt(), to.getAsInt())));
    }

    /**
     * Says why a pattern is linked to another, or why not.
     *
     * @param threshold confidence that a link would need, greater than 0 and at most 1
     * @throws IllegalArgumentException when one of the slugs is not in the epoch
     */
    public LinkExplanation explain(String source, String target, double threshold) {
        return new LinkExplainer(index, model, candidates, this, threshold).explain(number(source), number(target));
    }

    private int number(String slug) {
        return index.number(slug)
                .orElseThrow(() -> new IllegalArgumentException("no pattern of this epoch has the slug " + slug));
    }

    /**
     * The slugs of the patterns whose links this pattern has part in, or could have.
     *
     * @param reach by slug, what {@link InferredLinks#reach()} was when the pattern was last inferred
     */
    public Set<String> touchedBy(Likeness likeness, Reach reach) {
        return candidates.within(likeness, reach).stream().map(index::slug).collect(Collectors.toSet());
    }
}
