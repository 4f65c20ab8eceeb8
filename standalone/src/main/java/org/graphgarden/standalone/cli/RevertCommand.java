package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.standalone.tend.OutputFile;
import org.graphgarden.standalone.undo.Author;
import org.graphgarden.standalone.undo.CycleUndo;
import org.graphgarden.standalone.undo.Undone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden revert}: a cycle is undone. */
@Command(
        name = "revert",
        description = {
            "Undoes a prune cycle as one commit on the followed branch, beside all that was done since: what the cycle planted",
            "goes and counts as rejected, what it dropped comes back, what stewards wrote since stays. Nothing has to run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:undone, or nothing was left to undo",
            "1:internal error, or the branch takes no push",
            "2:usage or configuration error, no such cycle, or it was never merged",
            "3:repository unreachable, or not a repository",
            "5:it was never merged, and its branch holds foreign commits"
        })
final class RevertCommand extends Subcommand {
    private static final int MOST_LINES = 200;

    @Parameters(
            index = "0",
            paramLabel = "<cycle>",
            description = "Its id, as `garden prune history` shows it, or the beginning of its commit's.")
    private String cycle = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = TargetFlags.LABEL,
            description = "A garden of the configuration, or a repository. Default: the current folder.")
    private String target = ".";

    @Option(names = "--dry-run", description = "Show what would be done as a diff; write nothing.")
    private boolean dryRun;

    @Option(names = "--diff", paramLabel = "FILE", description = "Write the change as a unified diff.")
    private @Nullable Path diff;

    @Option(
            names = "--delete-branch",
            description =
                    "Where the cycle was never merged: delete its branch, when only Graph Garden committed there.")
    private boolean deleteBranch;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            converter = Converters.By.class,
            description =
                    "Who undoes it, also as 'NAME <ADDRESS>'; shown with the rejections. Default: prune.author-name.")
    private @Nullable Author author;

    @Mixin
    private TargetFlags flags = new TargetFlags();

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        return Refusal.explained(() -> {
                    OutputFile.check("--diff", diff);
                    CycleUndo.Options options =
                            new CycleUndo.Options(dryRun, deleteBranch, Optional.ofNullable(author));
                    List<Undone> undone = new CycleUndo(flags.tended(target), Clock.systemUTC(), options).undo(cycle);
                    String text = undone.stream().map(Undone::diff).collect(Collectors.joining());
                    OutputFile.write("--diff", diff, file -> file.write(text));
                    if (dryRun && diff == null) {
                        BoundedText.lines(text, MOST_LINES, "--diff FILE").forEach(out::println);
                    }
                    undone.forEach(each -> print(each, each.outcome().failed() ? err : out));
                    return code(undone);
                })
                .code();
    }

    private static void print(Undone undone, PrintWriter out) {
        out.println(BoundedText.harmless(undone.cycle() + " in " + undone.repository() + " " + undone.message()));
        if (!undone.files().isEmpty()) {
            undone.files().stream()
                    .collect(Collectors.groupingBy(Undone.File::word, TreeMap::new, Collectors.counting()))
                    .forEach((how, count) -> out.println(line(count, files(count) + " " + how)));
        }
        if (undone.putBack() > 0) {
            String entries = undone.putBack() == 1 ? "entry" : "entries";
            out.println(line(undone.putBack(), entries + " put back, yours from now on (pinned)"));
        }
        undone.withheld().forEach((cause, count) -> out.println(line(count, "not put back: " + cause.id())));
        undone.left()
                .forEach(
                        file -> out.println(BoundedText.harmless("  left alone: " + file.path() + ": " + file.word())));
    }

    private static String line(long count, String what) {
        return String.format(Locale.ROOT, "  %,6d %s", count, what);
    }

    private static String files(long count) {
        return count == 1 ? "file" : "files";
    }

    /** Of several the one that asks most of the user. */
    private static ExitCode code(List<Undone> undone) {
        List<ExitCode> codes = undone.stream().map(each -> code(each.outcome())).toList();
        return Stream.of(ExitCode.INTERNAL, ExitCode.REPOSITORY, ExitCode.FOREIGN_BRANCH, ExitCode.USAGE)
                .filter(codes::contains)
                .findFirst()
                .orElse(ExitCode.DONE);
    }

    private static ExitCode code(Undone.Outcome outcome) {
        return switch (outcome) {
            case REVERTED, DRY_RUN, ALREADY_REVERTED, NOTHING_LEFT, BRANCH_DELETED -> ExitCode.DONE;
            case PROPOSED, UNCLEAR -> ExitCode.USAGE;
            case FOREIGN_BRANCH -> ExitCode.FOREIGN_BRANCH;
            case UNREACHABLE -> ExitCode.REPOSITORY;
            case REFUSED -> ExitCode.INTERNAL;
        };
    }
}
