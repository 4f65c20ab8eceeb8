package org.graphgarden.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.standalone.tend.Cleanup;
import org.graphgarden.standalone.tend.SampleGarden;
import org.graphgarden.standalone.tend.Summary;
import org.graphgarden.standalone.tend.TendException;
import org.graphgarden.standalone.tend.TendOptions;
import org.graphgarden.standalone.tend.TendResult;
import org.graphgarden.standalone.tend.TendRun;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one {@code tend} and tells the user what came of it.
 *
 * @param console where to speak
 * @param sample whether the sample garden is tended
 * @param allowRefused whether refused files leave the exit code at 0
 */
record TendAction(Console console, boolean sample, boolean allowRefused) {
    private static final Duration DELETE_LIMIT = Duration.ofSeconds(10);

    ExitCode run(@Nullable String repository, TendOptions options) {
        ProgressDisplay progress = new ProgressDisplay(console.err(), Console.isTerminal(), System::nanoTime);
        try (Cleanup cleanup = new Cleanup()) {
            try {
                RunFolder run = cleanup.add("run-folder", RunFolder.create(temporary()), DELETE_LIMIT);
                // Native libraries are unpacked there, and a killed process deletes nothing.
                System.setProperty("java.io.tmpdir", run.folder("tmp").toString());
                Logging.to(run.path().resolve("garden.log"), options.verbose());
                TendOptions actual = sample ? options.showing(plant(repository, run)) : options;
                TendResult result = TendRun.of(actual, run, progress, cleanup).run();
                progress.erase();
                print(result, repository == null);
                return ExitCode.of(result, allowRefused);
            } catch (TendException e) {
                progress.erase();
                return cleanup.aborted() ? ExitCode.INTERRUPTED : explain(e);
            } catch (IOException e) {
                throw new CommandException(
                        ExitCode.INTERNAL,
                        "the temporary folder " + temporary() + " cannot be used: " + e.getMessage());
            } catch (RuntimeException | Error e) {
                progress.erase();
                if (cleanup.aborted()) {
                    return ExitCode.INTERRUPTED;
                }
                throw e;
            }
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Into the folder the user named, which stays, or into the run's folder, which goes with it. */
    private static String plant(@Nullable String folder, RunFolder run) {
        Path target = folder == null ? run.path().resolve("community-garden") : Path.of(folder);
        SampleGarden.plant(Home.folder().resolve("sample"), target);
        return target.toString();
    }

    private void print(TendResult result, boolean trial) {
        PrintWriter out = console.out();
        if (sample) {
            out.print(result.diff());
            out.println();
        }
        (trial ? Summary.ofTrial(result) : Summary.of(result)).forEach(out::println);
        out.flush();
    }

    private ExitCode explain(TendException e) {
        console.err().println("garden tend: " + Objects.requireNonNullElse(e.getMessage(), e.toString()));
        return switch (e.kind()) {
            case INTERNAL -> ExitCode.INTERNAL;
            case CONFIGURATION -> ExitCode.USAGE;
            case REPOSITORY -> ExitCode.REPOSITORY;
        };
    }
}
