package org.graphgarden.inference.garden;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.graphgarden.inference.entity.EntityModels;
import org.graphgarden.inference.entity.EntityTagger;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.InferredLinks;
import org.graphgarden.inference.link.LinkInference;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.link.ReadTexts;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Profile;

/** The models of a model file: entities and links over one index of the garden's texts. */
public final class CorpusModels implements GardenInference.Models {
    private static final String VERSION = "3";

    private final ModelFile file;
    private final EntityModels entities;
    private final String name;

    /**
     * Models with the weights of a file.
     *
     * @param sentenceModel name of the model behind the profiles' embeddings, which is part of what makes a result
     */
    public CorpusModels(ModelFile file, String sentenceModel) {
        this.file = file;
        entities = EntityModels.of(file);
        name = "graph-garden-" + VERSION + "+" + file.identity() + "+" + sentenceModel;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GardenInference open(List<Profile> profiles) {
        return openCorpus(profiles);
    }

    OpenCorpus openCorpus(List<Profile> profiles) {
        Patterns patterns = Patterns.of(profiles);
        // The index takes about as long as reading the texts for names and phrases does: side by side.
        CompletableFuture<PatternIndex> indexing = CompletableFuture.supplyAsync(() -> PatternIndex.of(patterns));
        EntityTagger tagger = EntityTagger.over(patterns, entities);
        ReadTexts texts = ReadTexts.of(patterns);
        PatternIndex index = indexing.join();
        return new OpenCorpus(index, tagger, LinkInference.of(index, texts, file));
    }

    record OpenCorpus(PatternIndex index, EntityTagger tagger, LinkInference links) implements GardenInference {
        @Override
        public Enrichment enrich(String slug) {
            int pattern = index.number(slug)
                    .orElseThrow(() -> new IllegalArgumentException("the garden has no pattern with the slug " + slug));
            Likeness likeness = index.likeness(pattern);
            InferredLinks inferred = links.infer(likeness);
            boolean optedOut = index.profile(pattern).feedback().optedOut();
            return new Enrichment(
                    optedOut ? List.of() : tagger.tag(likeness, index.patterns()),
                    optedOut ? List.of() : inferred.links(),
                    inferred.nearDuplicates(),
                    inferred.reach());
        }

        @Override
        public GardenInference with(PatternsChange change) {
            PatternIndex changed = index.with(index.patterns().with(change));
            return new OpenCorpus(changed, tagger, links.with(changed));
        }

        @Override
        public Set<String> touchedBy(Set<String> slugs, Reach reach) {
            return slugs.parallelStream()
                    .flatMapToInt(slug -> index.number(slug).stream())
                    .mapToObj(pattern -> links.touchedBy(index.likeness(pattern), reach))
                    .flatMap(Set::stream)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
