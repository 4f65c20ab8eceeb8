package org.graphgarden.inference.curated;

import java.util.List;
import java.util.Locale;

/**
 * What of a garden's curated relationships may be learned from.
 *
 * @param pairs relationships to patterns of the garden, by source, then in file order
 * @param leftOut lists that are not trusted, by name; empty for most gardens
 */
public record Trusted(List<CuratedPair> pairs, List<Finding> leftOut) {
    public Trusted {
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A list of curated relationships whose targets are improbably concentrated.
     *
     * @param list where they stand in the front matter, such as {@code relationships.enables}
     * @param relations how many there are
     * @param first first slug of the stretch that most of them point at, in order of slugs
     * @param last last slug of that stretch
     * @param patterns how many patterns the stretch has
     * @param share share of the relations that point there, 0 to 1
     * @param expected share that would be no surprise: that of the patterns there, or of the relations that come from there
     * @param surprise log-likelihood ratio (G) of the one against the other, 0 or more
     */
    public record Finding(
            String list,
            int relations,
            String first,
            String last,
            int patterns,
            double share,
            double expected,
            double surprise) {
        /** The same verdict on a list of the group that was judged as a whole. */
        Finding forList(String newList, int itsRelations) {
            return new Finding(newList, itsRelations, first, last, patterns, share, expected, surprise);
        }

        /** One sentence for a steward. */
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "%.0f %% of the %d curated relationships under '%s' point at the %d patterns from %s to %s, where"
                            + " %.0f %% would be no surprise: they are not learned from",
                    share * 100,
                    relations,
                    list,
                    patterns,
                    first,
                    last,
                    expected * 100);
        }
    }
}
