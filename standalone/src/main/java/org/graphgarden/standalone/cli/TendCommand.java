package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.graphgarden.standalone.tend.Publish;
import org.graphgarden.standalone.tend.TendOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden tend}: the whole pipeline once over one repository. */
@Command(
        name = "tend",
        description = "Runs the whole pipeline once over a repository and writes the revised sections to a branch.",
        exitCodeListHeading = "%nExit codes:%n")
final class TendCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "<path|https|ssh url>",
            description = "The repository: a folder, or an https or ssh address.")
    private @Nullable String repository;

    @Option(
            names = "--sample",
            description =
                    "Tend the sample garden, made into a repository in a temporary folder, or in the one given, and show"
                            + " the difference.")
    private boolean sample;

    @Option(names = "--branch", paramLabel = "B", description = "Branch to tend. Default: the repository's own.")
    private @Nullable String branch;

    @Option(
            names = "--publish",
            paramLabel = "branch|pull-request|direct|none",
            converter = Converters.Publishing.class,
            description =
                    "branch (default): commit to graph-garden/<date>, leave all else alone. pull-request: keep one"
                            + " request open on the forge. direct: commit to the tended branch. none: write nothing.")
    private @Nullable Publish publish;

    @Option(names = "--dry-run", description = "Plan and report; write nothing to Git.")
    private boolean dryRun;

    @Option(names = "--diff", paramLabel = "FILE", description = "Write the revisions to FILE as a unified diff.")
    private @Nullable Path diff;

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description =
                    "Revise only matching files; without a slash the file's name or slug is matched, else its path.")
    private @Nullable String only;

    @Option(
            names = "--max-files",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Revise at most N files, those that gain most first.")
    private @Nullable Integer maxFiles;

    @Option(
            names = "--older-files",
            paramLabel = "on|off",
            converter = Converters.Switch.class,
            description = "Whether files without a section get one. Default: on.")
    private @Nullable OnOff olderFiles;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            converter = Converters.Date.class,
            description = "Date of the cycle. Default: today (UTC).")
    private @Nullable LocalDate date;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = "Write counts, causes, refused files and timings to FILE.json.")
    private @Nullable Path report;

    @Option(
            names = "--health",
            paramLabel = "FILE",
            description =
                    "Write how the garden stands to FILE: a page with plots if its name ends in .html, else .md or .json."
                            + " May be given several times.")
    private List<Path> health = List.of();

    @Option(
            names = "--enriched",
            paramLabel = "FILE.jsonl",
            description = "Write what was inferred of each pattern to FILE.jsonl, one JSON object a line.")
    private @Nullable Path enriched;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder kept between runs to be faster. Default: $XDG_CACHE_HOME/graph-garden or"
                    + " ~/.cache/graph-garden.")
    private @Nullable Path state;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file; see docs/configuration.md.")
    private @Nullable Path config;

    @Option(names = "--model", paramLabel = "FILE", description = "Model file, as 'garden fit' writes it.")
    private @Nullable Path model;

    @Option(names = "--allow-refused", description = "Exit with 0 even when files were refused.")
    private boolean allowRefused;

    @Option(names = "--verbose", description = "Show warnings of the services.")
    private boolean verbose;

    @Override
    public Integer call() {
        if (repository == null && !sample) {
            throw wrong("no repository given; name a folder or an address, or use --sample");
        }
        Console console = new Console(out(), err());
        return new TendAction(console, sample, allowRefused)
                .run(repository, options())
                .code();
    }

    private TendOptions options() {
        return new TendOptions(
                Objects.requireNonNullElse(repository, ""),
                branch,
                publish,
                dryRun,
                diff,
                false,
                only,
                maxFiles,
                olderFiles == null ? null : olderFiles.isOn(),
                date == null ? LocalDate.now(Clock.systemUTC()) : date,
                report,
                enriched,
                state == null ? DefaultFolders.state(System.getenv(), System.getProperty("user.home", ".")) : state,
                config,
                model,
                verbose,
                health);
    }
}
