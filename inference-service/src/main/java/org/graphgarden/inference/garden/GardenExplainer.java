package org.graphgarden.inference.garden;

import java.util.List;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.link.LinkExplanation;
import org.graphgarden.inference.profile.Profile;

/** Answers why: of one pattern, or of a pair. What it says comes from the models that infer. */
public final class GardenExplainer {
    private static final int MOST_TERMS = 15;

    private final CorpusModels.OpenCorpus corpus;

    private GardenExplainer(CorpusModels.OpenCorpus corpus) {
        this.corpus = corpus;
    }

    /** Opens a garden. */
    public static GardenExplainer open(CorpusModels models, List<Profile> profiles) {
        return new GardenExplainer(models.openCorpus(profiles));
    }

    /**
     * The whole of one pattern.
     *
     * @throws IllegalArgumentException when the slug is not in the garden
     */
    public PatternExplanation pattern(String slug) {
        Enrichment enrichment = corpus.enrich(slug);
        PatternIndex index = corpus.index();
        int number = index.number(slug).orElseThrow();
        Profile profile = index.profile(number);
        return new PatternExplanation(
                slug,
                profile.title(),
                profile.summary(),
                profile.keywords(),
                profile.domains(),
                index.body().strongest(number, MOST_TERMS),
                enrichment.entities(),
                profile.curated(),
                enrichment.links(),
                enrichment.nearDuplicates());
    }

    /**
     * Why a link, or why not.
     *
     * @param threshold confidence that a link would need
     * @throws IllegalArgumentException when one of the slugs is not in the garden
     */
    public LinkExplanation link(String source, String target, double threshold) {
        return corpus.links().explain(source, target, threshold);
    }
}
