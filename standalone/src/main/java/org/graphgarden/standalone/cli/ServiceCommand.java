package org.graphgarden.standalone.cli;

import java.util.Set;
import org.graphgarden.standalone.up.ServiceKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code garden service}: one service alone, as a member of a cluster. */
@Command(
        name = "service",
        description = "Runs one service as a member of a Kafka cluster, until it is told to stop; for containers.")
final class ServiceCommand extends Subcommand {
    @Parameters(paramLabel = "ingest|inference|pruner", description = "Which one; the pruner schedules cycles, too.")
    private ServiceKind service = ServiceKind.INGEST;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        return new UpAction(new Console(out(), err()))
                .run(flags.options(Set.of(service)))
                .code();
    }
}
