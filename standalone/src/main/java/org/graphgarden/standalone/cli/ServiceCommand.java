package org.graphgarden.standalone.cli;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.graphgarden.standalone.up.ServiceKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden service}: one service alone, as a member of a cluster. */
@Command(
        name = "service",
        description = "Runs one service as a member of a Kafka cluster, until it is told to stop; for containers.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ServiceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ingest|inference|pruner", description = "Which one; the pruner schedules cycles, too.")
    private ServiceKind service = ServiceKind.INGEST;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return new UpAction(new Console(line.getOut(), line.getErr()))
                .run(flags.options(Set.of(service)))
                .code();
    }
}
