package org.graphgarden.inference.link;

import org.graphgarden.inference.index.PatternIndex;

/** The three measures of how like two patterns are that are searched over the whole garden. */
enum Signal {
    BODY,
    HEAD,
    MEANING;

    /** Writes the likeness of the pattern with every pattern. */
    void scores(PatternIndex index, int pattern, double[] into) {
        switch (this) {
            case BODY -> index.body().scores(pattern, into);
            case HEAD -> index.head().scores(pattern, into);
            case MEANING -> index.meaning().scores(pattern, into);
        }
    }
}
