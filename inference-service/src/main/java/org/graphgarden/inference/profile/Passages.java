package org.graphgarden.inference.profile;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.profile.Profile.TextSection;

/**
 * Reads how a text begins, not only what it says it is about: the mean of the embeddings of title and summary and of the first
 * passages of the body. In small libraries, where words are too few for statistics, this finds far more of the links that people
 * made; see DESIGN.md for the figures.
 */
public final class Passages {
    /** Words of a passage; the sentence model reads some hundred. */
    private static final int WORDS = 80;

    private static final int MOST_PASSAGES = 8;
    /** A shorter rest of a section says too little by itself. */
    private static final int FEWEST_WORDS = 8;

    private final SentenceModel sentences;

    public Passages(SentenceModel sentences) {
        this.sentences = sentences;
    }

    /** The profile with the embedding of what its text says; the same profile when it has no embedding or no body. */
    public Profile read(Profile profile) {
        List<String> passages = of(profile.sections());
        if (profile.embedding().isEmpty() || passages.isEmpty()) {
            return profile;
        }
        List<Embedding> parts = new ArrayList<>();
        parts.add(profile.embedding());
        passages.forEach(passage -> parts.add(sentences.embed(passage)));
        return profile.withEmbedding(Embedding.mean(parts));
    }

    static List<String> of(List<TextSection> sections) {
        List<String> passages = new ArrayList<>();
        for (TextSection section : sections) {
            String[] words = (section.heading() + " " + section.text()).strip().split("\\s+");
            for (int from = 0; from < words.length; from += WORDS) {
                int to = Math.min(words.length, from + WORDS);
                if (to - from > FEWEST_WORDS) {
                    passages.add(String.join(" ", List.of(words).subList(from, to)));
                }
                if (passages.size() == MOST_PASSAGES) {
                    return passages;
                }
            }
        }
        return passages;
    }
}
