package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code garden} command: reads the command line and turns whatever goes wrong into one line and an exit code. */
@Command(
        name = "garden",
        description = "Keeps the machine-written part of a pattern library alive.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CommandLine.HelpCommand.class)
public final class GardenCommand {
    private final PrintWriter out;
    private final PrintWriter err;

    /** Speaks to the given writers. */
    public GardenCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command line and returns the process's exit code. */
    public int execute(String... args) {
        CommandLine line = new CommandLine(this)
                .addSubcommand(withExitCodes(new TendCommand()))
                .addSubcommand(withExitCodes(new UpCommand()))
                .addSubcommand(withExitCodes(new PruneCommand()))
                .addSubcommand(new RevertCommand())
                .addSubcommand(new ShowCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new ServiceCommand())
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new FitCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new WatchCommand())
                .addSubcommand(new HealthCommand())
                .addSubcommand(new FeedbackCommand())
                .addSubcommand(new DeadLettersCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(this::reject)
                .setExecutionExceptionHandler(this::fail);
        if (args.length == 0) {
            line.usage(out);
            return ExitCode.USAGE.code();
        }
        return line.execute(args);
    }

    private static CommandLine withExitCodes(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return line;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.code()), code.meaning());
        }
        return codes;
    }

    /** What picocli makes of a wrong command line, on one line, with a remedy. */
    private int reject(CommandLine.ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message =
                Objects.requireNonNullElse(e.getMessage(), e.toString()).replaceAll("\\s*\\R\\s*", " ");
        err.println(command + ": " + message + remedy(e, message, command));
        return ExitCode.USAGE.code();
    }

    private static String remedy(CommandLine.ParameterException e, String message, String command) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return message.contains("; ") ? "" : "; see '" + command + " --help'";
    }

    private int fail(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (e instanceof CommandException failure) {
            err.println(line.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
            return failure.exitCode().code();
        }
        err.println(line.getCommandSpec().qualifiedName() + ": internal error: " + e);
        e.printStackTrace(err);
        return ExitCode.INTERNAL.code();
    }
}
