package org.graphgarden.standalone.evaluate;

import java.util.List;
import org.graphgarden.inference.curated.Trusted;
import org.graphgarden.inference.evaluation.Evaluation;
import org.graphgarden.standalone.library.Library;

/**
 * What came of an evaluation.
 *
 * @param library what was read
 * @param leftOut lists of curated relationships that cannot be trusted and were not asked for
 * @param asked what was asked for, one line for people
 * @param evaluation the figures
 */
public record Report(Library library, List<Trusted.Finding> leftOut, String asked, Evaluation evaluation) {
    public Report {
        leftOut = List.copyOf(leftOut);
    }
}
