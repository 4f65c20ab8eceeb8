package org.graphgarden.standalone.cycles;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.graphgarden.events.CauseCount;
import org.graphgarden.events.DecisionAction;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SectionEntry;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.TreeChange;
import org.graphgarden.standalone.tended.OpenRepository;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle did, in figures.
 *
 * @param sections sections that it revised
 * @param planted entries that it added, of all kinds
 * @param dropped entries that it took out
 */
public record Tally(int sections, int planted, int dropped) {
    static final Tally NOTHING = new Tally(0, 0, 0);

    /** As the cycle itself counted. */
    static Tally of(int sections, Collection<CauseCount> causes) {
        return new Tally(sections, count(causes, DecisionAction.PLANT), count(causes, DecisionAction.DROP));
    }

    /** As a commit's difference to its parent tells. */
    static Tally of(OpenRepository repository, String commit) {
        String parent = repository.mirror().history().parent(commit);
        Tally tally = NOTHING;
        try (BlobReader reader = repository.tree().reader()) {
            for (TreeChange change : repository.tree().diff(parent, commit)) {
                tally = tally.plus(of(section(reader, change.before()), section(reader, change.after())));
            }
        }
        return tally;
    }

    private static Tally of(GardenSection before, GardenSection after) {
        int planted = 0;
        int dropped = 0;
        for (Function<GardenSection, List<? extends SectionEntry>> list :
                List.<Function<GardenSection, List<? extends SectionEntry>>>of(
                        GardenSection::entities, GardenSection::communities, GardenSection::links)) {
            planted += missing(list.apply(after), list.apply(before));
            dropped += missing(list.apply(before), list.apply(after));
        }
        return new Tally(before.equals(after) ? 0 : 1, planted, dropped);
    }

    private static int missing(List<? extends SectionEntry> here, List<? extends SectionEntry> there) {
        Set<String> keys = new HashSet<>(there.stream().map(SectionEntry::key).toList());
        return Math.toIntExact(here.stream()
                .map(SectionEntry::key)
                .distinct()
                .filter(key -> !keys.contains(key))
                .count());
    }

    Tally plus(Tally other) {
        return new Tally(sections + other.sections, planted + other.planted, dropped + other.dropped);
    }

    private static int count(Collection<CauseCount> causes, DecisionAction action) {
        return causes.stream()
                .filter(cause -> cause.getAction() == action)
                .mapToInt(CauseCount::getCount)
                .sum();
    }

    private static GardenSection section(BlobReader reader, @Nullable String blob) {
        return blob != null
                        && reader.read(blob) instanceof BlobContent.Bytes content
                        && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern
                ? pattern.document().section().orElse(GardenSection.EMPTY)
                : GardenSection.EMPTY;
    }
}
