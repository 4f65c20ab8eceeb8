package org.graphgarden.inference.profile;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.graphgarden.inference.text.RawText;

/**
 * Finds the seams of a profile by looking for its text in the file, so that they are right whatever came between: Markdown, HTML or
 * the ways in which YAML writes a summary.
 */
final class SeamFinder {
    /** More than prose has; what comes behind so many is not quoted, and the profile does not grow with marks. */
    private static final int MOST = 10_000;
    /** Characters looked at for one file: a thousand times those of a long page. */
    private static final long PATIENCE = 200_000_000;

    private final RawText file;
    private final List<Integer> seams = new ArrayList<>();
    private int offset;

    private SeamFinder(RawText file) {
        this.file = file;
    }

    static Seams find(PatternFacts facts, String title, String summary, List<TextSection> sections) {
        SeamFinder finder = new SeamFinder(new RawText(facts.front() + "\n" + facts.body(), PATIENCE));
        finder.offset = title.length() + 1;
        finder.read(summary);
        sections.forEach(section -> finder.read(section.text()));
        return finder.found();
    }

    private void read(String piece) {
        piece.lines().forEach(line -> {
            for (int at = 0; at < line.length() && seams.size() < MOST; ) {
                at += Math.max(1, file.longest(line, at));
                if (at < line.length()) {
                    seams.add(offset + at);
                }
            }
            offset += line.length() + 1;
        });
        offset += piece.isEmpty() ? 1 : 0;
    }

    private Seams found() {
        if (seams.size() < MOST) {
            seams.add(offset);
        }
        return Seams.of(seams);
    }
}
