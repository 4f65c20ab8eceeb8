package org.graphgarden.standalone.cli;

import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.standalone.up.RunningCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of every command that is told a garden, whose services run, or a repository, for which nothing has to run. */
final class TargetFlags {
    /** How help texts name the garden or repository. */
    static final String LABEL = "<garden|path|url>";

    @Option(names = "--branch", paramLabel = "B", description = "The followed branch. Default: as configured.")
    private @Nullable String branch;

    @Mixin
    private ClusterFlags cluster = new ClusterFlags();

    /** Whether it is the name of a configured garden. */
    boolean isGarden(String target) {
        return cluster.options().configuration().garden(target).isPresent();
    }

    /**
     * The garden's repositories, or the one.
     *
     * @throws org.graphgarden.standalone.tended.TendedException when it is neither
     */
    Tended tended(String target) {
        return Tended.of(cluster.options().configuration(), target, branch);
    }

    /**
     * The cluster in which gardens are tended.
     *
     * @throws org.graphgarden.standalone.up.UpException when there is none
     */
    RunningCluster cluster() {
        return RunningCluster.of(cluster.options());
    }
}
