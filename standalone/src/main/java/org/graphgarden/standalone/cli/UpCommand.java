package org.graphgarden.standalone.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code garden up}: everything, for as long as it is let. */
@Command(
        name = "up",
        description =
                "Keeps the configured gardens tended: runs all services, with a broker and a schema registry of its own"
                        + " unless others are joined, until it is told to stop.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n")
final class UpCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return new UpAction(new Console(line.getOut(), line.getErr()))
                .run(flags.options())
                .code();
    }
}
