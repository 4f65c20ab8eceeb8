package org.graphgarden.standalone.tend;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run is asked to do.
 *
 * @param address path, https or ssh address of the repository
 * @param branch branch to tend; null for the repository's own choice
 * @param publish where the commit goes
 * @param dryRun plan and report, write nothing to Git
 * @param diff file for the revisions as a unified diff, or null
 * @param showDiff whether the diff is part of the result
 * @param only glob of the files that may be revised, or null for all
 * @param maxFiles how many files are revised at most, 1 or more; null for no limit
 * @param olderFiles whether files without a section get one; null for what the configuration says
 * @param date date of the cycle
 * @param report file for counts, causes, refused files and timings as JSON, or null
 * @param enriched file for what was inferred, as JSON lines, or null
 * @param state folder that outlives the run: it holds what is only there to be faster, such as embeddings
 * @param config configuration file, or null
 * @param model model file to infer with, or null for what the configuration says
 * @param verbose whether warnings of the services are shown
 * @param health files for the garden's health, each in the form that its name's ending asks for
 */
public record TendOptions(
        String address,
        @Nullable String branch,
        @Nullable Publish publish,
        boolean dryRun,
        @Nullable Path diff,
        boolean showDiff,
        @Nullable String only,
        @Nullable Integer maxFiles,
        @Nullable Boolean olderFiles,
        LocalDate date,
        @Nullable Path report,
        @Nullable Path enriched,
        Path state,
        @Nullable Path config,
        @Nullable Path model,
        boolean verbose,
        List<Path> health) {
    public TendOptions {
        health = List.copyOf(health);
        if (maxFiles != null && maxFiles < 1) {
            throw new IllegalArgumentException("--max-files must be 1 or more: " + maxFiles);
        }
    }

    /** The same for another repository, whose diff is to be shown. */
    public TendOptions showing(String other) {
        return new TendOptions(
                other,
                branch,
                publish,
                dryRun,
                diff,
                true,
                only,
                maxFiles,
                olderFiles,
                date,
                report,
                enriched,
                state,
                config,
                model,
                verbose,
                health);
    }
}
