package org.graphgarden.inference.text;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark with tables) as plain text: marks, tags and addresses gone, each paragraph, list item and table row on a line of its
 * own. Fenced code is left out: what it repeats from page to page hides what a page is about.
 *
 * @param sections the text by heading, in file order, sections without text left out
 * @param emphasised short phrases in strong emphasis, each once, in file order
 */
public record MarkdownText(List<Section> sections, List<String> emphasised) {
    /** Deeper nesting than people write is read as text. */
    private static final int MAX_NESTING = 64;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MAX_NESTING)
            .build();
    /** The parser recurses into nested emphasis; a paragraph with more marks than this is no prose and loses them. */
    private static final int MAX_MARKS = 1_000;

    private static final Pattern BLANK_LINE = Pattern.compile("(?<=\\n)(?=[ \\t]*\\r?\\n)");
    private static final Pattern MARKS = Pattern.compile("[*_\\[]");

    public MarkdownText {
        sections = List.copyOf(sections);
        emphasised = List.copyOf(emphasised);
    }

    /**
     * One section.
     *
     * @param heading heading without its number, or empty for what stands before the first
     * @param text lines of plain text
     */
    public record Section(String heading, String text) {}

    /** Reads a whole document. */
    public static MarkdownText of(String markdown) {
        MarkdownReader reader = new MarkdownReader();
        reader.read(PARSER.parse(withoutMarkStorms(markdown)));
        return new MarkdownText(reader.sections(), reader.emphasised());
    }

    /** A short text, such as a summary, on one line. */
    public static String plain(String markdown) {
        StringBuilder line = new StringBuilder();
        for (Section section : of(markdown).sections()) {
            line.append(section.heading()).append(' ').append(section.text()).append(' ');
        }
        return Spaces.tidy(line);
    }

    private static String withoutMarkStorms(String markdown) {
        if (marks(markdown) <= MAX_MARKS) {
            return markdown;
        }
        StringBuilder calm = new StringBuilder(markdown.length());
        for (String paragraph : BLANK_LINE.split(markdown)) {
            boolean storm = marks(paragraph) > MAX_MARKS;
            calm.append(storm ? MARKS.matcher(paragraph).replaceAll(" ") : paragraph);
        }
        return calm.toString();
    }

    private static int marks(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            marks += c == '*' || c == '_' || c == '[' ? 1 : 0;
        }
        return marks;
    }
}
