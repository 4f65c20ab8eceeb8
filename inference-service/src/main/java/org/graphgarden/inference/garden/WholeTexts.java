package org.graphgarden.inference.garden;

import java.util.List;
import java.util.Set;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.profile.Passages;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.SentenceModel;

/**
 * Models that read whole texts where the garden is small enough for the sentence model to do so: with it a garden of some hundred
 * patterns is opened in half a minute the first time, one of thousands would take many. Whether a garden is small is decided when
 * an epoch is opened, by the patterns that it is opened with, and holds for the epoch.
 */
public final class WholeTexts implements GardenInference.Models {
    /** Patterns of a garden up to which whole texts are read, unless somebody chooses otherwise. */
    public static final int USUAL_LIMIT = 500;

    private final GardenInference.Models models;
    private final SentenceModel sentences;
    private final int limit;

    /**
     * Models over profiles with embeddings of whole texts.
     *
     * @param sentences called from several threads at once, at every opening and change: it should remember
     * @param limit most patterns of a garden whose whole texts are read; 0 for none
     */
    public WholeTexts(GardenInference.Models models, SentenceModel sentences, int limit) {
        this.models = models;
        this.sentences = sentences;
        this.limit = limit;
    }

    /** The profiles as an epoch over them would see them. */
    public static List<Profile> read(List<Profile> profiles, SentenceModel sentences, int limit) {
        if (profiles.size() > limit) {
            return profiles;
        }
        Passages passages = new Passages(sentences);
        return profiles.parallelStream().map(passages::read).toList();
    }

    @Override
    public String name() {
        return models.name() + "+whole-" + limit;
    }

    @Override
    public GardenInference open(List<Profile> profiles) {
        return profiles.size() > limit
                ? models.open(profiles)
                : new Small(models.open(read(profiles, sentences, limit)), new Passages(sentences));
    }

    private record Small(GardenInference garden, Passages passages) implements GardenInference {
        @Override
        public Enrichment enrich(String slug) {
            return garden.enrich(slug);
        }

        @Override
        public GardenInference with(PatternsChange change) {
            List<Profile> placed = change.placed().stream().map(passages::read).toList();
            return new Small(garden.with(new PatternsChange(placed, change.removed())), passages);
        }

        @Override
        public Set<String> touchedBy(Set<String> slugs, Reach reach) {
            return garden.touchedBy(slugs, reach);
        }
    }
}
