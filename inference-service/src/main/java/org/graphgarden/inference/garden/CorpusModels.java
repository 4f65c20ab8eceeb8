package org.graphgarden.inference.garden;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.graphgarden.inference.entity.EntityTagger;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.link.InferredLinks;
import org.graphgarden.inference.link.LinkInference;
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
        PatternIndex index = PatternIndex.of(profiles);
        // They share only the index, which is read, so they may be built side by side.
        CompletableFuture<EntityTagger> tagger = CompletableFuture.supplyAsync(() -> EntityTagger.over(index));
        LinkInference links = LinkInference.of(index);
        return new OpenCorpus(index, tagger.join(), links);
    }

    private record OpenCorpus(PatternIndex index, EntityTagger tagger, LinkInference links) implements GardenInference {
        @Override
        public Enrichment enrich(String slug) {
            int pattern = index.number(slug)
                    .orElseThrow(() -> new IllegalArgumentException("no pattern of this epoch has the slug " + slug));
            InferredLinks inferred = links.infer(slug);
            return new Enrichment(tagger.tag(pattern), inferred.links(), inferred.nearDuplicates());
        }
    }
}
