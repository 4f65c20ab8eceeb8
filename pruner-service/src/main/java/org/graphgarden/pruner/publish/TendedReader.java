package org.graphgarden.pruner.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;

/**
 * Reads from the history of a branch which links garden commits left in files: for each file those that stood in it after the newest
 * garden commit that touched it. Nothing is found for a file that was moved since, or where history is cut off: then its links are of
 * unknown origin.
 */
public final class TendedReader {
    private final PatternTree tree;
    /** Slugs by path, of the files for which no garden commit has been found yet. */
    private final Map<String, String> wanted;

    private final Map<String, Set<String>> targets = new TreeMap<>();

    private TendedReader(PatternTree tree, Map<String, String> wanted) {
        this.tree = tree;
        this.wanted = new HashMap<>(wanted);
    }

    /**
     * Goes back from a commit until every file is found.
     *
     * @param slugs slugs of the patterns to look for, by the path of their file
     * @return by slug, the targets of the links
     */
    public static Map<String, Set<String>> read(Site site, String head, Map<String, String> slugs, StopSign stop) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        GardenHistory history = site.mirror().history();
        TendedReader reader = new TendedReader(site.mirror().tree(site.filter()), slugs);
        for (CommitNote note : history.commits(head, null)) {
            stop.check();
            if (note.byGarden() && !note.cutOff() && !reader.wanted.isEmpty()) {
                reader.follow(history.parent(note.commit()), note.commit());
            }
        }
        return reader.targets;
    }

    private void follow(String parent, String commit) {
        try (BlobReader blobs = tree.reader()) {
            for (TreeChange change : tree.diff(parent, commit)) {
                String blob = change.after();
                String slug = blob == null ? null : wanted.remove(change.path());
                if (blob != null && slug != null) {
                    targets.put(slug, targets(blobs.read(blob)));
                }
            }
        }
    }

    private static Set<String> targets(BlobContent content) {
        return content instanceof BlobContent.Bytes file
                        && PatternReader.read(file.bytes()) instanceof ReadResult.Pattern pattern
                ? pattern.document().section().stream()
                        .flatMap(section -> section.links().stream())
                        .map(LinkEntry::target)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
