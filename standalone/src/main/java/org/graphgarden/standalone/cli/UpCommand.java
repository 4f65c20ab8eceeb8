package org.graphgarden.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garden up}: everything, for as long as it is let. */
@Command(
        name = "up",
        description =
                "Keeps the configured gardens tended: runs all services, with a broker and a schema registry of its own"
                        + " unless others are joined, until it is told to stop.",
        exitCodeListHeading = "%nExit codes:%n")
final class UpCommand extends Subcommand {
    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        return new UpAction(new Console(out(), err())).run(flags.options()).code();
    }
}
