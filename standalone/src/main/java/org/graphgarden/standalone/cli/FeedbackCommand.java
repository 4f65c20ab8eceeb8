package org.graphgarden.standalone.cli;

import picocli.CommandLine.Command;

/** {@code garden feedback}: what stewards' edits say, and to have it forgotten. */
@Command(
        name = "feedback",
        description = "Shows what Graph Garden has learned from stewards' edits, and forgets it when asked to.",
        synopsisSubcommandLabel = "list|forget",
        subcommands = {FeedbackListCommand.class, FeedbackForgetCommand.class})
final class FeedbackCommand extends Subcommand {
    @Override
    public Integer call() {
        throw wrong("say what to do; either list or forget");
    }
}
