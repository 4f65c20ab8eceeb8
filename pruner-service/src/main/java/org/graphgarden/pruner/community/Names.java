package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.graphgarden.pruner.community.Standing.Carried;

/**
 * Names groups of patterns so that names stay from cycle to cycle. A group takes over the id and label of the community in the
 * files that it has most in common with. A group without such a forerunner is named anew, if enough of its patterns say nothing of
 * where they belong: else the division has only shifted a little, and what stands says it well.
 */
final class Names {

    /** Share of two groups' patterns that have to be in both, for one to be the other's heir. */
    private static final double HEIR = 0.4;
    /** Share of a set of patterns that is most of it. */
    private static final double MOST = 0.5;

    private final Standing standing;
    private final List<Group> groups;
    private final List<List<String>> labels;
    private final Set<String> taken = new HashSet<>();
    private final SortedMap<Integer, Name> names = new TreeMap<>();
    private final IntPredicate untold;

    /**
     * @param labels what each group could be called, the best first
     * @param domains canonical names of the communities that people made
     * @param untold whether a pattern says of no group that it belongs there, and has room to be told
     */
    private Names(
            Standing standing,
            List<Group> groups,
            List<List<String>> labels,
            Set<String> domains,
            IntPredicate untold) {
        this.standing = standing;
        this.groups = groups;
        this.labels = labels;
        this.untold = untold;
        this.taken.addAll(domains);
    }

    /** Names by index of the group; a group that needs none or has nothing to be called by is left out. */
    static SortedMap<Integer, Name> of(
            Standing standing,
            List<Group> groups,
            List<List<String>> labels,
            Set<String> domains,
            IntPredicate untold) {
        Names names = new Names(standing, groups, labels, domains, untold);
        names.inherit();
        standing.all()
                .forEach(carried ->
                        names.taken.add(CanonicalName.of(carried.name().id())));
        names.invent();
        return names.names;
    }

    private void inherit() {
        for (Heir heir : heirs()) {
            if (!names.containsKey(heir.group())
                    && taken.add(CanonicalName.of(heir.name().id()))) {
                names.put(heir.group(), heir.name());
            }
        }
    }

    private void invent() {
        for (int group = 0; group < groups.size(); group++) {
            if (!names.containsKey(group) && isUntold(groups.get(group))) {
                int unnamed = group;
                labels.get(group).stream()
                        .map(label -> new Name(CanonicalName.id(label), label))
                        .filter(name -> taken.add(CanonicalName.of(name.id())))
                        .findFirst()
                        .ifPresent(name -> names.put(unnamed, name));
            }
        }
    }

    private boolean isUntold(Group group) {
        return group.members().keySet().stream().filter(untold::test).count() >= Group.FEWEST;
    }

    private List<Heir> heirs() {
        Overlaps overlaps = new Overlaps(groups);
        long[] open = groups.stream()
                .mapToLong(group -> open(group.members().keySet()).size())
                .toArray();
        List<Heir> heirs = new ArrayList<>();
        for (Carried carried : standing.all()) {
            if (carried.taxonomy()) {
                continue;
            }
            SortedMap<Integer, Integer> openInBoth = overlaps.with(open(carried.nodes()));
            overlaps.with(carried.nodes()).forEach((group, both) -> {
                // Patterns in the group, in the community, or in both; a full list says nothing by its silence.
                long either = carried.nodes().size() + open[group] - openInBoth.getOrDefault(group, 0);
                double common = (double) both / either;
                boolean called = both >= MOST * carried.nodes().size()
                        && isCalled(group, carried.name().id());
                if (called || common >= HEIR) {
                    heirs.add(new Heir(group, carried.name(), called ? 1 + common : common));
                }
            });
        }
        heirs.sort(Heir.ORDER);
        return heirs;
    }

    private List<Integer> open(Set<Integer> nodes) {
        return nodes.stream().filter(node -> !standing.isFull(node)).toList();
    }

    /** Whether it would be called so anew: then the name is its own, however few of its files could be told so far. */
    private boolean isCalled(int group, String id) {
        return labels.get(group).stream()
                .anyMatch(label -> CanonicalName.id(label).equals(id));
    }

    /** A group that may take over a name, and how well the two agree. */
    private record Heir(int group, Name name, double agreement) {
        static final Comparator<Heir> ORDER = Comparator.comparingDouble((Heir heir) -> -heir.agreement())
                .thenComparing(heir -> heir.name().id())
                .thenComparing(Heir::group);
    }
}
