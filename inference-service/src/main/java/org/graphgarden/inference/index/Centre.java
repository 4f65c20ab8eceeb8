package org.graphgarden.inference.index;

import java.util.List;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;

/**
 * What all texts of a garden have in common, for the most part taken off each: patterns of one field are all alike to a sentence
 * model, and what tells them apart is in the rest. The mean of the embeddings when the garden was opened; see Mu and Viswanath,
 * "All-but-the-Top" (2018). A tenth of it stays: with that, links of libraries that the
 * weights never saw are found better than without all of it, or with all of it.
 */
final class Centre {
    private static final double SHARE = 0.9;

    private final double[] common;

    private Centre(double[] common) {
        this.common = common;
    }

    static Centre of(List<Profile> profiles) {
        List<Embedding> all = profiles.stream()
                .map(Profile::embedding)
                .filter(embedding -> !embedding.isEmpty())
                .toList();
        double[] common = Embedding.sum(all);
        for (int d = 0; d < common.length; d++) {
            common[d] *= SHARE / all.size();
        }
        return new Centre(common);
    }

    /** The embeddings less what they have in common, of unit length. */
    List<Embedding> without(List<Profile> profiles) {
        return profiles.stream()
                .map(profile -> profile.embedding().less(common))
                .toList();
    }
}
