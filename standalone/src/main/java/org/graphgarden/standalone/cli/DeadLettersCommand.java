package org.graphgarden.standalone.cli;

import picocli.CommandLine.Command;

/** {@code garden dead-letters}: what could not be processed, and doing it again. */
@Command(
        name = "dead-letters",
        description = {
            "Shows what could not be processed, and processes it again.",
            "For services that keep running: `garden tend` has a broker of its own that ends with the run."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersListCommand.class, DeadLettersShowCommand.class, DeadLettersReplayCommand.class})
final class DeadLettersCommand extends Subcommand {
    @Override
    public Integer call() {
        throw wrong("say what to do; list, show ID or replay");
    }
}
