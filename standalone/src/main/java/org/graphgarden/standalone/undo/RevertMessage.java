package org.graphgarden.standalone.undo;

import java.util.List;
import org.graphgarden.git.CommitStory;

/**
 * Worded as Git words it, by which it is known for a revert; without the line that would make it a garden commit. Pure. Nothing in
 * it comes from a file: names of files can be worded like the lines by which commits tell what they are.
 */
final class RevertMessage {
    private RevertMessage() {}

    /**
     * @param reverted the commits that are taken back, at least one; the title is that of the first
     * @param left how many files are left alone
     */
    static String of(List<CommitStory> reverted, int left) {
        StringBuilder text = new StringBuilder();
        text.append("Revert \"").append(title(reverted.get(0))).append("\"\n\n");
        reverted.forEach(story -> text.append("This reverts commit ")
                .append(story.note().commit())
                .append(".\n"));
        if (left > 0) {
            text.append("\nLeft alone: ").append(left).append(left == 1 ? " file\n" : " files\n");
        }
        return text.toString();
    }

    private static String title(CommitStory story) {
        return story.message().lines().findFirst().orElse("").strip();
    }
}
