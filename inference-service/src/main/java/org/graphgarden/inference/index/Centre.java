package org.graphgarden.inference.index;

import java.util.List;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;

/**
 * What all texts of a garden have in common, taken off each: patterns of one field are all alike to a sentence model, and what tells
 * them apart is in the rest. The mean of the embeddings when the garden was opened; see Mu and Viswanath, "All-but-the-Top" (2018).
 */
final class Centre {
    private final double[] mean;

    private Centre(double[] mean) {
        this.mean = mean;
    }

    static Centre of(List<Profile> profiles) {
        List<Embedding> all = profiles.stream()
                .map(Profile::embedding)
                .filter(embedding -> !embedding.isEmpty())
                .toList();
        double[] mean = Embedding.sum(all);
        for (int d = 0; d < mean.length; d++) {
            mean[d] /= all.size();
        }
        return new Centre(mean);
    }

    /** The embeddings less the mean, of unit length. */
    List<Embedding> without(List<Profile> profiles) {
        return profiles.stream().map(profile -> profile.embedding().less(mean)).toList();
    }
}
