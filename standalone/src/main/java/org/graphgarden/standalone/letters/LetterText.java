package org.graphgarden.standalone.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.events.DeadLetter;

/** Letters as lines for people. Pure. What stands in them comes from anywhere, so nothing in it may steer a terminal. */
public final class LetterText {
    private static final String ROW = "%-10s %-8s %-8s %-22s %-16s %-16s %-8s %s";

    private LetterText() {}

    /** A line for each letter, with a head. */
    public static List<String> table(List<Letter> letters, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(row("ID", "AGE", "STAGE", "CODE", "GARDEN", "REPOSITORY", "REPLAYED", "WHERE"));
        for (Letter letter : letters) {
            DeadLetter content = letter.content();
            lines.add(row(
                    letter.id().toString(),
                    age(content.getFailedAt(), now),
                    letter.stage(),
                    content.getCode(),
                    orDash(content.getGarden()),
                    orDash(content.getRepository()),
                    letter.replayedAt().isPresent() ? "yes" : "no",
                    letter.where()));
        }
        return lines;
    }

    /** All that a letter says, but for its bytes. */
    public static List<String> whole(Letter letter) {
        DeadLetter content = letter.content();
        List<String> lines = new ArrayList<>();
        lines.add("letter      " + letter.id());
        lines.add("failed at   " + content.getFailedAt() + ", stage " + letter.stage());
        lines.add("replayed    " + letter.replayedAt().map(Instant::toString).orElse("no"));
        lines.add("code        " + content.getCode());
        lines.add("message     " + content.getMessage());
        ReasonCode.named(content.getCode()).ifPresent(code -> {
            lines.add("meaning     " + code.meaning());
            lines.add("what to do  " + code.remedy());
        });
        lines.add("key         " + letter.key());
        lines.add("garden      " + orDash(content.getGarden()));
        lines.add("repository  " + orDash(content.getRepository()));
        lines.add("path        " + orDash(content.getPath()) + (content.getLine() > 0 ? ":" + content.getLine() : ""));
        lines.add("commit      " + orDash(content.getCommit()));
        if (!content.getSourceTopic().isEmpty()) {
            lines.add("record      " + content.getSourceTopic() + "-" + content.getSourcePartition() + "@"
                    + content.getSourceOffset());
        }
        lines.add("original    " + content.getOriginalSize() + " bytes, "
                + (content.getOriginal() == null ? "not kept" : "kept; --raw shows them"));
        return lines.stream().map(LetterText::harmless).toList();
    }

    /** Without anything that a terminal would take for a command. */
    public static String harmless(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) || isInvisible(point) ? ' ' : point)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String row(Object... values) {
        return harmless(String.format(Locale.ROOT, ROW, values).stripTrailing());
    }
}
