package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.CommunityEntry;

/**
 * The communities of a garden: the domains that people gave (taxonomy), and the groups that the graph of links and entities falls into
 * (inferred), in a coarse and a finer division. A pure function of its arguments: the same garden gets the same communities, ids and
 * labels, in whatever order patterns and links come.
 */
public final class Communities {

    /** Source of a community that people named by a domain. */
    public static final String TAXONOMY = "taxonomy";

    /** Source of one that was found in the graph. */
    public static final String INFERRED = "inferred";

    /** Modularity's resolutions: the parts of a library that a reader would name, and the neighbourhoods in them. */
    private static final double[] RESOLUTIONS = {1, 6};
    /** Fewer patterns are no community. */
    private static final int FEWEST = 3;
    /** Share of a pattern's edges that have to lead into a group that it is not in, for it to belong there as well. */
    private static final double BELONGS = 0.25;
    /** Two groups that have this share of their patterns in common are one. */
    private static final double SAME = 0.8;

    private final List<Community> taxonomy;
    private final List<SortedMap<String, Double>> groups;
    private final Labels labels;

    private Communities(List<Community> taxonomy, List<SortedMap<String, Double>> groups, Labels labels) {
        this.taxonomy = taxonomy;
        this.groups = groups;
        this.labels = labels;
    }

    /**
     * Finds them.
     *
     * @param members every pattern of the garden
     * @param ties links between them that stand when the cycle is done, and curated relationships
     */
    public static Communities of(Collection<Member> members, Collection<Tie> ties) {
        List<SortedMap<String, Double>> groups = groups(GardenGraph.of(members, ties));
        Labels labels = new Labels(
                new Phrases(members), groups.stream().map(SortedMap::keySet).toList());
        return new Communities(Taxonomy.of(members), groups, labels);
    }

    /**
     * The communities of each pattern that has any, by slug: first those that people named, then those it belongs to most.
     *
     * @param standing what sections say now, by slug; groups that are there already keep their names
     */
    public SortedMap<String, List<CommunityEntry>> named(SortedMap<String, List<CommunityEntry>> standing) {
        List<Community> all = new ArrayList<>(taxonomy);
        Set<String> taken = new HashSet<>();
        taxonomy.forEach(community -> taken.add(community.id()));
        new Names(standing, labels, taken)
                .of(groups.stream().map(SortedMap::keySet).toList())
                .forEach((group, name) ->
                        all.add(new Community(name.id(), name.label(), Community.Source.INFERRED, groups.get(group))));
        return byPattern(all);
    }

    private static List<SortedMap<String, Double>> groups(GardenGraph graph) {
        List<SortedMap<String, Double>> groups = new ArrayList<>();
        for (double resolution : RESOLUTIONS) {
            for (SortedMap<String, Double> group : groups(graph, Clusters.of(graph, resolution))) {
                boolean known = groups.stream().anyMatch(other -> same(other.keySet(), group.keySet()));
                if (!known) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private static List<SortedMap<String, Double>> groups(GardenGraph graph, Clusters clusters) {
        List<SortedMap<String, Double>> groups = new ArrayList<>();
        List<SortedMap<Integer, Double>> shares = clusters.shares();
        List<List<Integer>> patterns = clusters.patterns();
        for (int cluster = 0; cluster < patterns.size(); cluster++) {
            groups.add(new TreeMap<>());
        }
        for (int cluster = 0; cluster < patterns.size(); cluster++) {
            for (int node : patterns.get(cluster)) {
                String slug = graph.members().get(node).slug();
                int own = cluster;
                shares.get(node).forEach((other, share) -> {
                    if (patterns.get(own).size() >= FEWEST && (other == own || share >= BELONGS)) {
                        groups.get(other).put(slug, share);
                    }
                });
            }
        }
        groups.removeIf(group -> group.size() < FEWEST);
        return groups;
    }

    private static boolean same(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both >= SAME * (one.size() + other.size() - both);
    }

    private static SortedMap<String, List<CommunityEntry>> byPattern(List<Community> all) {
        SortedMap<String, List<Belonging>> belongings = new TreeMap<>();
        for (Community community : all) {
            community.members().forEach((slug, share) -> belongings
                    .computeIfAbsent(slug, key -> new ArrayList<>())
                    .add(new Belonging(community, share)));
        }
        SortedMap<String, List<CommunityEntry>> entries = new TreeMap<>();
        belongings.forEach((slug, list) -> entries.put(
                slug,
                list.stream().sorted(Belonging.ORDER).map(Belonging::entry).toList()));
        return entries;
    }

    private record Belonging(Community community, double share) {
        static final Comparator<Belonging> ORDER = Comparator.comparing(
                        (Belonging each) -> each.community().source())
                .thenComparing(each -> -each.share())
                .thenComparing(each -> each.community().id());

        CommunityEntry entry() {
            String source = community.source().name().toLowerCase(Locale.ROOT);
            return new CommunityEntry(community.id(), community.label(), source, share);
        }
    }
}
