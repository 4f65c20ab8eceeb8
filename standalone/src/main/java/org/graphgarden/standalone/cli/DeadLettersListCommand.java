package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.graphgarden.standalone.letters.Letter;
import org.graphgarden.standalone.letters.LetterBox;
import org.graphgarden.standalone.letters.LetterJson;
import org.graphgarden.standalone.letters.LetterText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garden dead-letters list}. */
@Command(name = "list", description = "Lists the letters, oldest first.")
final class DeadLettersListCommand extends Subcommand {
    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Option(names = "--json", description = "For machines: one object a line.")
    private boolean json;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        PrintWriter out = out();
        List<Letter> letters = Refusal.explained(() -> LetterBox.read(LetterLookup.clients(flags))).stream()
                .filter(choice::fits)
                .toList();
        if (json) {
            letters.forEach(letter -> out.println(LetterJson.of(letter)));
        } else if (letters.isEmpty()) {
            out.println("no dead letters");
        } else {
            LetterText.table(letters, Clock.systemUTC().instant()).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }
}
