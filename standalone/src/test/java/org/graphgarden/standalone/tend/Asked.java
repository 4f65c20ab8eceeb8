package org.graphgarden.standalone.tend;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of a run, of which a test says only what it is about. */
final class Asked {
    private final String library;
    private final LocalDate date;
    private final Path state;
    private @Nullable String branch;
    private @Nullable Path report;
    private @Nullable Path config;
    private boolean dryRun;
    private boolean showDiff;

    Asked(String library, LocalDate date, Path state) {
        this.library = library;
        this.date = date;
        this.state = state;
    }

    Asked branch(@Nullable String name) {
        branch = name;
        return this;
    }

    Asked report(Path file) {
        report = file;
        return this;
    }

    Asked config(@Nullable Path file) {
        config = file;
        return this;
    }

    Asked dryRun(boolean wanted) {
        dryRun = wanted;
        return this;
    }

    Asked showDiff() {
        showDiff = true;
        return this;
    }

    TendOptions options() {
        return new TendOptions(
                library, branch, null, dryRun, null, showDiff, null, null, null, date, report, null, state, config,
                null, false, List.of());
    }
}
