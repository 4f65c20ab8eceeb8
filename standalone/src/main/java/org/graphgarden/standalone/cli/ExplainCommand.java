package org.graphgarden.standalone.cli;

import java.util.List;
import org.graphgarden.inference.garden.PatternExplanation;
import org.graphgarden.inference.link.LinkExplanation;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.standalone.explain.ExplainRun;
import org.graphgarden.standalone.explain.ExplanationJson;
import org.graphgarden.standalone.explain.LinkText;
import org.graphgarden.standalone.explain.PatternText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden explain}: why a link, or why not; or all that is known of a pattern. */
@Command(
        name = "explain",
        description = {
            "Says why a pattern is linked to another, or why not, and what would change it; of one pattern alone, what",
            "inference makes of it. Writes nothing to the repository."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:internal error", "2:usage error, or no such pattern", "3:no such library"})
final class ExplainCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "<slug>", description = "The pattern on whose page the link would stand.")
    private String slug = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "<target>", description = "The pattern it would point at.")
    private @Nullable String target;

    @Option(
            names = {"-r", "--repository"},
            paramLabel = "<path|url>",
            description = "The library: a Git repository, or a plain folder of patterns. Default: the current folder.")
    private String repository = ".";

    @Option(
            names = "--threshold",
            paramLabel = "P",
            converter = Converters.Share.class,
            description = "Confidence that a link would need. Default: what plants when nothing is configured.")
    private double threshold = Policy.DEFAULT.thresholds().plant();

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Mixin
    private LibraryFlags flags = new LibraryFlags();

    @Override
    public Integer call() {
        ProgressDisplay progress = new ProgressDisplay(err(), Console.isTerminal(), System::nanoTime);
        try {
            List<String> answer = LibraryFlags.explained(
                    () -> answer(ExplainRun.open(repository, flags.reading(), flags.models(), progress)));
            progress.erase();
            answer.forEach(out()::println);
            return ExitCode.DONE.code();
        } finally {
            progress.erase();
        }
    }

    private List<String> answer(ExplainRun library) {
        if (target == null) {
            PatternExplanation pattern = library.pattern(slug);
            return json ? List.of(ExplanationJson.of(pattern)) : PatternText.of(pattern);
        }
        LinkExplanation pair = library.link(slug, target, threshold);
        return json ? List.of(ExplanationJson.of(pair)) : LinkText.of(pair);
    }
}
