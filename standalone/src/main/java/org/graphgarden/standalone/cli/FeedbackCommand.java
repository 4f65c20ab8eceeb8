package org.graphgarden.standalone.cli;

import java.util.Objects;
import java.util.function.Supplier;
import org.graphgarden.standalone.feedback.FeedbackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code garden feedback}: what stewards' edits say, and to have it forgotten. */
@Command(
        name = "feedback",
        description = "Shows what Graph Garden has learned from stewards' edits, and forgets it when asked to.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "list|forget",
        subcommands = {FeedbackListCommand.class, FeedbackForgetCommand.class})
final class FeedbackCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(line, "say what to do; either list or forget");
    }

    /** What the action gives, or the reason why not as a line and an exit code. */
    static <T> T explained(Supplier<T> action) {
        try {
            return Refusal.explained(action);
        } catch (FeedbackException e) {
            ExitCode code =
                    switch (e.kind()) {
                        case USAGE -> ExitCode.USAGE;
                        case REPOSITORY -> ExitCode.REPOSITORY;
                        case REFUSED -> ExitCode.INTERNAL;
                    };
            throw new CommandException(code, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }
}
