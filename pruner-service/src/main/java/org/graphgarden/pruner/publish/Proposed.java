package org.graphgarden.pruner.publish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of ours would have people accept: which entries it plants, drops or gives another type. Dates, figures and reasons are not
 * counted: nobody who closed a request with some entries wants to see it again for those.
 */
final class Proposed {
    private Proposed() {}

    /** The changes of a commit to its first parent, each as one line. */
    static Set<String> of(Site site, String commit) {
        Set<String> changes = new HashSet<>();
        PatternTree tree = site.mirror().tree(site.filter());
        try (BlobReader reader = tree.reader()) {
            for (TreeChange change : tree.diff(site.mirror().history().parent(commit), commit)) {
                Set<String> before = entries(reader, change.before());
                Set<String> after = entries(reader, change.after());
                before.stream().filter(entry -> !after.contains(entry)).forEach(entry -> changes.add("- " + entry));
                after.stream().filter(entry -> !before.contains(entry)).forEach(entry -> changes.add("+ " + entry));
            }
        }
        return changes;
    }

    private static Set<String> entries(BlobReader reader, @Nullable String blob) {
        if (blob == null
                || !(reader.read(blob) instanceof BlobContent.Bytes content)
                || !(PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern)) {
            return Set.of();
        }
        PatternDocument document = pattern.document();
        GardenSection section = document.section().orElse(GardenSection.EMPTY);
        Set<String> entries = new HashSet<>();
        for (EntityEntry entity : section.entities()) {
            entries.add(line(document, "entity", entity.key(), entity.type()));
        }
        section.communities().forEach(community -> entries.add(line(document, "community", community.key(), "")));
        for (LinkEntry link : section.links()) {
            entries.add(line(document, "link", link.target(), link.type()));
        }
        return entries;
    }

    private static String line(PatternDocument document, String kind, String key, String type) {
        return String.join("\t", List.of(document.slug(), kind, key, type));
    }
}
