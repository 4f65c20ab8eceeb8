package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.standalone.feedback.FeedbackJson;
import org.graphgarden.standalone.feedback.FeedbackReader;
import org.graphgarden.standalone.feedback.FeedbackTable;
import org.graphgarden.standalone.feedback.Said;
import org.graphgarden.standalone.up.RunningCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden feedback list}: what stewards' edits say. */
@Command(
        name = "list",
        description = {
            "Lists what stewards' edits say of machine-written entries: rejected, promoted, pinned, opted out; with the commit",
            "that says so. Of gardens from the topics of what runs; of a repository from its history, with nothing running."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error, or the cluster does not answer",
            "2:usage or configuration error",
            "3:repository unreachable, or not a repository"
        })
final class FeedbackListCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = TargetFlags.LABEL,
            description = "A garden of the configuration, or a repository. Default: all gardens.")
    private @Nullable String target;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Mixin
    private TargetFlags flags = new TargetFlags();

    @Override
    public Integer call() {
        List<Said> said = Refusal.explained(this::said);
        PrintWriter out = out();
        if (json) {
            out.println(FeedbackJson.of(said));
        } else {
            FeedbackTable.of(said).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }

    private List<Said> said() {
        if (target != null && !flags.isGarden(target)) {
            return FeedbackReader.ofHistory(flags.tended(target));
        }
        RunningCluster cluster = flags.cluster();
        KafkaClients clients = cluster.clients();
        List<Said> said = new ArrayList<>();
        cluster.configuration().gardens().stream()
                .map(GardenSettings::name)
                .filter(garden -> target == null || garden.equals(target))
                .forEach(garden -> said.addAll(FeedbackReader.ofTopic(clients, garden)));
        return said;
    }
}
