package org.graphgarden.inference.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Walks a parsed document once, without recursion: emphasis may be nested as deep as the file is long. */
final class MarkdownReader {
    private static final int LONGEST_PHRASE = 80;
    private static final Pattern NUMBER = Pattern.compile("^(?:[Ss]ection\\s+)?\\d+(?:\\.\\d+)*\\s*[.:)]?\\s+");
    private static final Pattern PHRASE_EDGE = Pattern.compile("^[\\s\\p{P}\\d]+|[\\s.:;,!–—-]+$");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private final List<MarkdownText.Section> sections = new ArrayList<>();
    private final Set<String> emphasised = new LinkedHashSet<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private String heading = "";
    private int strongDepth;
    private int strongStart;

    List<MarkdownText.Section> sections() {
        return sections;
    }

    List<String> emphasised() {
        return new ArrayList<>(emphasised);
    }

    void read(Node document) {
        @Nullable Node at = document;
        while (at != null) {
            enter(at);
            at = at.getFirstChild() == null ? leaveUntilNext(at, document) : at.getFirstChild();
        }
        endSection();
    }

    /** Leaves a node and all those that end with it; gives what comes next in the document. */
    private @Nullable Node leaveUntilNext(Node last, Node document) {
        Node at = last;
        leave(at);
        while (at != document && at.getNext() == null) {
            at = at.getParent();
            leave(at);
        }
        return at == document ? null : at.getNext();
    }

    private void enter(Node node) {
        if (node instanceof Heading) {
            endSection();
        } else if (node instanceof Text words) {
            line.append(words.getLiteral());
        } else if (node instanceof Code code) {
            line.append(code.getLiteral());
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            line.append(' ');
        } else if (node instanceof IndentedCodeBlock code) {
            literal(code.getLiteral());
        } else if (node instanceof HtmlBlock html) {
            literal(TAG.matcher(html.getLiteral()).replaceAll(" "));
        } else if (node instanceof StrongEmphasis && strongDepth++ == 0) {
            strongStart = line.length();
        }
    }

    private void leave(Node node) {
        if (node instanceof Heading) {
            heading = NUMBER.matcher(Spaces.tidy(line)).replaceFirst("");
            line.setLength(0);
        } else if (node instanceof TableCell) {
            line.append(node.getNext() == null ? "" : " | ");
        } else if (node instanceof StrongEmphasis && --strongDepth == 0) {
            addPhrase(line.substring(strongStart));
        } else if (node instanceof TableRow || (node instanceof Block && line.length() > 0)) {
            endLine();
        }
    }

    private void literal(String literal) {
        literal.lines().forEach(code -> {
            line.append(code);
            endLine();
        });
    }

    private void addPhrase(String strong) {
        String phrase = PHRASE_EDGE.matcher(Spaces.tidy(strong)).replaceAll("");
        if (!phrase.isEmpty() && phrase.length() <= LONGEST_PHRASE) {
            emphasised.add(phrase);
        }
    }

    private void endLine() {
        String tidy = Spaces.tidy(line);
        if (!tidy.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(tidy);
        }
        line.setLength(0);
    }

    private void endSection() {
        endLine();
        if (!text.isEmpty()) {
            sections.add(new MarkdownText.Section(heading, text.toString()));
        }
        text.setLength(0);
    }
}
