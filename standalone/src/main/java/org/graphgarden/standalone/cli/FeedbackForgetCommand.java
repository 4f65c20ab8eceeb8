package org.graphgarden.standalone.cli;

import java.time.Clock;
import org.graphgarden.events.EntryKind;
import org.graphgarden.standalone.feedback.Forgetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code garden feedback forget}: an entry gets a second chance. */
@Command(
        name = "forget",
        description = {
            "Forgets what stewards' edits say of an entry: pushes a commit without changes to the followed branch, whose message",
            "says so. Where the branch takes no such push, it prints the line to put into any commit's message."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:forgotten",
            "1:internal error, or the branch takes no push",
            "2:usage or configuration error, or nothing was said of the entry",
            "3:repository unreachable, or not a repository"
        })
final class FeedbackForgetCommand extends Subcommand {
    @Parameters(
            index = "0",
            paramLabel = TargetFlags.LABEL,
            description = "A garden of the configuration, or a repository.")
    private String target = "";

    @Parameters(index = "1", paramLabel = "<slug>", description = "The pattern whose section is meant.")
    private String slug = "";

    @Parameters(
            index = "2",
            paramLabel = "entity|community|link|section",
            converter = Converters.Kind.class,
            description = "What kind of entry.")
    private EntryKind kind = EntryKind.UNKNOWN;

    @Parameters(
            index = "3",
            arity = "0..1",
            paramLabel = "<id>",
            description = "Id of the entity or community, or target of the link; none for the section.")
    private String id = "";

    @Mixin
    private TargetFlags flags = new TargetFlags();

    @Override
    public Integer call() {
        if ((kind == EntryKind.SECTION) != id.isEmpty()) {
            throw wrong(
                    id.isEmpty()
                            ? "the id is missing; `garden feedback list` shows it"
                            : "a section has no id; leave " + id + " out");
        }
        Refusal.explained(() -> new Forgetting(flags.tended(target), Clock.systemUTC()).forget(slug, kind, id))
                .forEach(forgotten -> out().println(forgotten.text()));
        return ExitCode.DONE.code();
    }
}
