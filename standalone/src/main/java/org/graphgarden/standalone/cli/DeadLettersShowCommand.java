package org.graphgarden.standalone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.standalone.letters.Letter;
import org.graphgarden.standalone.letters.LetterBox;
import org.graphgarden.standalone.letters.LetterId;
import org.graphgarden.standalone.letters.LetterJson;
import org.graphgarden.standalone.letters.LetterText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden dead-letters show}. */
@Command(name = "show", description = "Shows one letter: what is wrong, what to do, and where it came from.")
final class DeadLettersShowCommand extends Subcommand {
    @Parameters(paramLabel = "ID", description = "As list shows it, such as 2@17.")
    private String id = "";

    @Option(names = "--raw", description = "Write the original bytes, and nothing else, to standard output.")
    private boolean raw;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        PrintWriter out = out();
        LetterId wanted = LetterLookup.parse(id);
        Letter letter = LetterLookup.find(Refusal.explained(() -> LetterBox.read(LetterLookup.clients(flags))), wanted);
        if (raw) {
            bytes(letter);
        } else if (json) {
            out.println(LetterJson.of(letter));
        } else {
            LetterText.whole(letter).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }

    private static void bytes(Letter letter) {
        ByteBuffer original = letter.content().getOriginal();
        if (original == null) {
            throw new CommandException(ExitCode.USAGE, "letter " + letter.id() + " holds no bytes");
        }
        PrintStream stream = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        byte[] bytes = Utils.toArray(original.duplicate());
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }
}
