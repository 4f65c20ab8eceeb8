package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.LinkEntry;

/** The links of one section as they stand: what is fixed, what is sound by itself, and what has to go whatever others do. */
final class Bed {
    private final GardenState garden;
    private final Bonds bonds;
    private final SectionState section;
    private final SortedMap<Integer, LinkEntry> fixed = new TreeMap<>();
    private final Set<String> fixedTargets = new HashSet<>();
    private final List<Standing> sound = new ArrayList<>();
    private final SortedMap<Integer, Decision> drops = new TreeMap<>();

    private Bed(GardenState garden, Bonds bonds, SectionState section) {
        this.garden = garden;
        this.bonds = bonds;
        this.section = section;
    }

    /**
     * Judges a section.
     *
     * @param untouched whether nothing that stands there may be changed
     */
    static Bed of(GardenState garden, Bonds bonds, SectionState section, boolean untouched) {
        Bed bed = new Bed(garden, bonds, section);
        List<LinkEntry> links = section.section().links();
        for (int i = 0; i < links.size(); i++) {
            if (untouched
                    || garden.wishes(section.slug())
                            .pins(Kind.LINK, links.get(i).target())) {
                bed.fix(i, links.get(i));
            }
        }
        Set<String> seen = new HashSet<>(bed.fixedTargets);
        for (int i = 0; i < links.size(); i++) {
            if (!bed.fixed.containsKey(i)) {
                bed.judge(i, links.get(i), seen);
            }
        }
        return bed;
    }

    SectionState section() {
        return section;
    }

    /** Links that stand as they are, by their place: a steward's to the last byte, down to a target that is gone. */
    SortedMap<Integer, LinkEntry> fixed() {
        return fixed;
    }

    /** The other links that are sound by themselves, in file order: of those that point at one pattern the first. */
    List<Standing> sound() {
        return sound;
    }

    /** The rest, by its place. */
    SortedMap<Integer, Decision> drops() {
        return drops;
    }

    private void fix(int index, LinkEntry link) {
        fixed.put(index, link);
        if (garden.resolve(link.target()) instanceof Target.Found found) {
            fixedTargets.add(found.slug());
        }
    }

    private void judge(int index, LinkEntry link, Set<String> seen) {
        Optional<Cause> fault = garden.fault(section.slug(), link.target());
        Target target = garden.resolve(link.target());
        if (target instanceof Target.Gone gone) {
            drops.put(index, Decision.drop(fault.orElseThrow(), link, gone.detail()));
        } else if (target instanceof Target.Found found) {
            Standing standing = new Standing(section.slug(), index, link, found);
            Optional<Cause> cause = fault.or(() -> quarrel(standing, seen));
            if (cause.isEmpty()) {
                seen.add(found.slug());
                sound.add(standing);
            } else {
                drops.put(index, Decision.drop(cause.get(), link, standing.renamed()));
            }
        }
    }

    /** What speaks against a link that would be right by itself. */
    private Optional<Cause> quarrel(Standing link, Set<String> seen) {
        if (seen.contains(link.target())) {
            return Optional.of(Cause.DUPLICATE);
        }
        Double confidence = bonds.confidence(section.slug(), link.target());
        return Optional.of(Cause.REJECTED)
                .filter(any -> garden.rejected(
                        section.slug(), link.target(), link.entry().target(), confidence));
    }
}
