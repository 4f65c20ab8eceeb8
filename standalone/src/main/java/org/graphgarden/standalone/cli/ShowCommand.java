package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.git.CommitStory;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.standalone.show.PatternShow;
import org.graphgarden.standalone.show.Shown;
import org.graphgarden.standalone.text.CommitId;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden show}: a section, now or then. */
@Command(
        name = "show",
        description = {
            "Shows a pattern's graph_garden section as it stands on the followed branch, or as it stood, with the commit that made",
            "it so, its author and its cycle. For a garden that runs, and now, also what is proposed for the pattern."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error, or the cluster does not answer",
            "2:usage or configuration error, no such pattern, or no such moment",
            "3:repository unreachable, or not a repository"
        })
final class ShowCommand extends Subcommand {
    private static final int MOST_LINKS = 5;

    @Parameters(index = "0", paramLabel = "<slug>", description = "The pattern, by its slug then or now.")
    private String slug = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = TargetFlags.LABEL,
            description = "A garden of the configuration, or a repository. Default: the current folder.")
    private String target = ".";

    @Option(
            names = "--at",
            paramLabel = "DATE|COMMIT",
            description =
                    "End of a day (2026-01-31), a time (2026-01-31T12:00:00Z), or the beginning of a commit's id.")
    private @Nullable String at;

    @Option(names = "--file", description = "Show the whole file, and nothing else.")
    private boolean file;

    @Mixin
    private TargetFlags flags = new TargetFlags();

    @Override
    public Integer call() {
        PrintWriter out = out();
        return Refusal.explained(() -> {
                    Shown shown = PatternShow.of(flags.tended(target), slug, at);
                    if (file) {
                        out.print(shown.file());
                        out.flush();
                    } else {
                        print(shown, out);
                        if (at == null && flags.isGarden(target)) {
                            proposed(shown, out);
                        }
                    }
                    return ExitCode.DONE;
                })
                .code();
    }

    private static void print(Shown shown, PrintWriter out) {
        out.println(BoundedText.harmless(shown.slug() + " in " + shown.path() + " of " + shown.repository() + " at "
                + CommitId.shortened(shown.at())));
        CommitStory writer = shown.writer();
        if (writer != null) {
            out.println(BoundedText.harmless("written by " + writer.note().author() + " on "
                    + writer.note().time() + " in "
                    + CommitId.shortened(writer.note().commit()) + ": "
                    + writer.message().lines().findFirst().orElse("")));
            if (writer.note().byGarden()) {
                out.println(BoundedText.harmless("cycle " + writer.note().cycle()));
            }
        }
        out.println();
        if (shown.section().isEmpty()) {
            out.println("no graph_garden section");
        }
        BoundedText.lines(shown.section(), Integer.MAX_VALUE, "--file").forEach(out::println);
    }

    private void proposed(Shown shown, PrintWriter out) {
        EnrichedPattern pattern = new TopicReader(flags.cluster().clients())
                .readTable(Topic.ENRICHED_PATTERNS, target, EnrichedPattern.class)
                .get(RecordKeys.ofPattern(target, shown.slug()));
        out.println();
        if (pattern == null) {
            out.println("nothing is proposed: it has not been inferred");
            return;
        }
        out.println("proposed are " + pattern.getEntities().size() + " entities and "
                + pattern.getLinks().size() + " links; the surest:");
        List<Link> links = pattern.getLinks().stream()
                .sorted(Comparator.comparingDouble(Link::getConfidence)
                        .reversed()
                        .thenComparing(Link::getTarget))
                .limit(MOST_LINKS)
                .toList();
        links.forEach(link -> out.println(
                String.format(Locale.ROOT, "  %.2f %s %s", link.getConfidence(), link.getType(), link.getTarget())));
    }
}
