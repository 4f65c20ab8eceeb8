package org.graphgarden.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.Problem;
import org.graphgarden.standalone.library.MarkdownFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code garden validate}: every problem of every file, with its place and what to do about it. */
@Command(
        name = "validate",
        description = "Lists every problem of every pattern file, with line and remedy; exit code 4 if there is any.")
final class ValidateCommand extends Subcommand {
    @Parameters(paramLabel = "<path>", description = "A pattern file, or a folder of any depth.")
    private Path path = Path.of(".");

    @Override
    public Integer call() {
        if (!Files.exists(path)) {
            throw new CommandException(
                    ExitCode.USAGE, "'" + path + "' does not exist; name a pattern file or a folder of them");
        }
        PrintWriter out = out();
        try {
            Set<Path> files = MarkdownFolder.files(path);
            int bad = 0;
            for (Path file : files) {
                bad += validate(file, out) ? 0 : 1;
            }
            out.println(String.format(Locale.ROOT, "%,d of %,d Markdown files have problems", bad, files.size()));
            return (bad == 0 ? ExitCode.DONE : ExitCode.REFUSED).code();
        } catch (IOException e) {
            throw new CommandException(ExitCode.INTERNAL, "'" + path + "' cannot be read: " + e.getMessage());
        }
    }

    private static boolean validate(Path file, PrintWriter out) throws IOException {
        List<Problem> problems = PatternReader.validate(Files.readAllBytes(file));
        for (Problem problem : problems) {
            out.println(file + ":" + problem.line() + ":" + problem.column() + ": " + problem.code() + ": "
                    + problem.message() + ". " + problem.remedy());
        }
        return problems.isEmpty();
    }
}
