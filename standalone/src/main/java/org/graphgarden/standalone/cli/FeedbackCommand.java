package org.graphgarden.standalone.cli;

import java.util.Objects;
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
}
