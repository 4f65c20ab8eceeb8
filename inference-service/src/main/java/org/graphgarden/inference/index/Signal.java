package org.graphgarden.inference.index;

/** The three measures of how like two patterns are that are searched over the whole garden. */
public enum Signal {
    /** Words and word pairs of the whole text. */
    BODY,
    /** Words and word pairs of title, aliases, summary and keywords. */
    HEAD,
    /** Sentence embeddings of title and summary. */
    MEANING;

    /** Writes the likeness of the pattern with every pattern of the index, itself included: cosines. */
    public void scores(PatternIndex index, int pattern, double[] into) {
        switch (this) {
            case BODY -> index.body().scores(pattern, into);
            case HEAD -> index.head().scores(pattern, into);
            case MEANING -> index.meaning().scores(pattern, into);
        }
    }
}
