package org.graphgarden.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.graphgarden.inference.fit.link.HeldOut;
import org.graphgarden.standalone.evaluate.FitOptions;
import org.graphgarden.standalone.evaluate.FitRun;
import org.graphgarden.standalone.tend.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden fit}: a model file from what people linked and judged. */
@Command(
        name = "fit",
        description = {
            "Fits the weights and the confidence of links on the relationships that curators made, and on judged pairs,",
            "and writes a model file that the services load (inference.model). Writes nothing to the repositories."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:internal error", "2:usage error, or too little to learn from", "3:no such library"
        })
final class FitCommand extends Subcommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "<path|https|ssh url>",
            description = "Libraries: Git repositories, or plain folders of patterns. Each counts the same.")
    private List<String> repositories = new ArrayList<>();

    @Option(
            names = "--links",
            paramLabel = "FILE",
            description = "More links to learn from: a JSON object a line, source and target. May be given again.")
    private List<Path> links = new ArrayList<>();

    @Option(
            names = "--judged",
            paramLabel = "FILE",
            description =
                    "What a reader said of pairs: source, target, verdict (0 to 2) and tfidf_rank a line. Without it"
                            + " confidence is learned from links alone, and is lower than what a curator would say.")
    private @Nullable Path judged;

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            description = "What to fit: ${COMPLETION-CANDIDATES}. Default: all that there is enough to learn from.")
    private Set<FitOptions.Part> parts = EnumSet.allOf(FitOptions.Part.class);

    @Option(names = "--out", paramLabel = "FILE", description = "Where the model goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("graph-garden.model.json");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the model. Default: ${DEFAULT-VALUE}.")
    private String name = "fitted";

    @Mixin
    private LibraryFlags flags = new LibraryFlags();

    @Override
    public Integer call() {
        ProgressDisplay progress = new ProgressDisplay(err(), Console.isTerminal(), System::nanoTime);
        try {
            OutputFile.check("--out", out);
            FitOptions options = new FitOptions(
                    repositories,
                    flags.reading(),
                    links,
                    judged,
                    parts,
                    name,
                    LocalDate.now(Clock.systemUTC()),
                    "garden fit, " + repositories.size() + " libraries" + (judged == null ? "" : " --judged")
                            + (links.isEmpty() ? "" : " --links"));
            FitRun.Result result = LibraryFlags.explained(
                    () -> new FitRun(options, flags.model(), progress, told -> err().println("  " + told)).run());
            progress.erase();
            result.model().write(out);
            print(out(), result);
            return ExitCode.DONE.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            progress.erase();
        }
    }

    private void print(PrintWriter to, FitRun.Result result) {
        to.printf(
                Locale.ROOT,
                "%-30s %8s %10s %8s %8s %12s%n",
                "held out",
                "queries",
                "recall@10",
                "MRR",
                "judged",
                "calibration");
        for (HeldOut each : result.heldOut()) {
            to.printf(
                    Locale.ROOT,
                    "%-30s %8d %10.3f %8.3f %8d %12s%n",
                    each.name(),
                    each.queries(),
                    each.recall10(),
                    each.mrr(),
                    each.judged(),
                    each.judged() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", each.calibrationError()));
        }
        to.println("model " + result.model().identity() + " written to " + out);
        to.flush();
    }
}
