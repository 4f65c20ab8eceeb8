package org.graphgarden.inference.link;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.graphgarden.inference.profile.Profile;

/** What a pattern itself stresses: title, aliases, keywords and bold phrases, as hashes of their words, singular and plural as one. */
final class MarkedPhrases {
    private final long[] hashes;

    private MarkedPhrases(long[] hashes) {
        this.hashes = hashes;
    }

    static MarkedPhrases of(Profile profile, WordNumbers numbers) {
        Tokens tokens = new Tokens();
        LongStream hashes = Stream.of(
                        List.of(profile.title()), profile.aliases(), profile.keywords(), profile.phrases())
                .flatMap(List::stream)
                .mapToLong(phrase -> {
                    tokens.read(phrase, numbers);
                    return hash(numbers.folded(tokens), 0, tokens.size() - 1);
                });
        return new MarkedPhrases(hashes.sorted().distinct().toArray());
    }

    /** Whether the tokens from one to before the other are one of the phrases, whole. */
    boolean contains(int[] tokens, int from, int to) {
        return Arrays.binarySearch(hashes, hash(tokens, from, to)) >= 0;
    }

    private static long hash(int[] tokens, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = (hash ^ tokens[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
