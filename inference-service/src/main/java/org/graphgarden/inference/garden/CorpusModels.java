package org.graphgarden.inference.garden;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.graphgarden.inference.entity.EntityTagger;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.link.InferredLinks;
import org.graphgarden.inference.link.LinkInference;
import org.graphgarden.inference.link.ReadTexts;
import org.graphgarden.inference.profile.Profile;

/** The models that ship: entities and links over one index of the garden's texts. */
public final class CorpusModels implements GardenInference.Models {
    private static final String VERSION = "1";

    private final String name;

    /**
     * The models as they ship.
     *
     * @param sentenceModel name of the model behind the profiles' embeddings, which is part of what makes a result
     */
    public CorpusModels(String sentenceModel) {
        name = "graph-garden-" + VERSION + "+" + LinkInference.modelName() + "+" + sentenceModel;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GardenInference open(List<Profile> profiles) {
        Patterns patterns = Patterns.of(profiles);
        // The index takes about as long as reading the texts for names and phrases does: side by side.
        CompletableFuture<PatternIndex> indexing = CompletableFuture.supplyAsync(() -> PatternIndex.of(patterns));
        EntityTagger tagger = EntityTagger.over(patterns);
        ReadTexts texts = ReadTexts.of(patterns);
        PatternIndex index = indexing.join();
        return new OpenCorpus(index, tagger, LinkInference.of(index, texts));
    }

    private record OpenCorpus(PatternIndex index, EntityTagger tagger, LinkInference links) implements GardenInference {
        @Override
        public Enrichment enrich(String slug) {
            int pattern = index.number(slug)
                    .orElseThrow(() -> new IllegalArgumentException("no pattern of this epoch has the slug " + slug));
            Likeness likeness = index.likeness(pattern);
            InferredLinks inferred = links.infer(likeness);
            return new Enrichment(tagger.tag(likeness), inferred.links(), inferred.nearDuplicates());
        }
    }
}
