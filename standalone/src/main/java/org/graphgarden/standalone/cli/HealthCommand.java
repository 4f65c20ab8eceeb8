package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.graphgarden.standalone.health.HealthForm;
import org.graphgarden.standalone.health.HealthReader;
import org.graphgarden.standalone.health.HealthTable;
import org.graphgarden.standalone.health.Standing;
import org.graphgarden.standalone.tend.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden health}: how a garden stands. */
@Command(
        name = "health",
        description = {
            "Tells how a garden stands: orphans, dangling links, reciprocity, where links point, what is overdue. Of a garden of",
            "the configuration as its newest cycle left it; of a repository as its files stand, with nothing running."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error, or the cluster does not answer",
            "2:usage or configuration error",
            "3:repository unreachable, or not a repository"
        })
final class HealthCommand extends Subcommand {
    @Parameters(paramLabel = TargetFlags.LABEL, description = "A garden of the configuration, or a repository.")
    private String target = "";

    @ArgGroup
    private Output output = new Output();

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with plots to FILE.")
    private @Nullable Path html;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            converter = Converters.Date.class,
            description = "The day from which a repository is looked at. Default: today (UTC).")
    private @Nullable LocalDate date;

    @Mixin
    private TargetFlags flags = new TargetFlags();

    /** What is printed. */
    static final class Output {
        @Option(names = "--json", description = "For machines.")
        private boolean json;

        @Option(names = "--markdown", description = "As Markdown.")
        private boolean markdown;
    }

    @Override
    public Integer call() {
        return Refusal.explained(() -> {
                    OutputFile.check("--html", html);
                    Standing standing = standing();
                    print(standing, out());
                    OutputFile.write("--html", html, file -> file.write(HealthForm.PAGE.write(standing)));
                    return ExitCode.DONE;
                })
                .code();
    }

    private void print(Standing standing, PrintWriter out) {
        if (output.json) {
            out.print(HealthForm.JSON.write(standing));
        } else if (output.markdown) {
            out.print(HealthForm.MARKDOWN.write(standing));
        } else {
            HealthTable.of(standing).forEach(out::println);
        }
        out.flush();
    }

    private Standing standing() {
        if (!flags.isGarden(target)) {
            LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
            return HealthReader.ofFiles(flags.tended(target), day);
        }
        return HealthReader.ofTopic(flags.cluster().clients(), target)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "no cycle of garden " + target + " has told how it stands yet; `garden prune " + target
                                + " now` runs one, and `garden health` of its repository tells it from the files"));
    }
}
