package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.graphgarden.format.CommunityEntry;

/**
 * The communities of a garden: the domains that people gave (taxonomy), and the groups that the graph of links and entities falls into
 * (inferred), in a coarse and a finer division. A pure function of its arguments: the same garden gets the same communities, ids and
 * labels, in whatever order patterns and links come.
 *
 * <p>The confidence of an inferred community is the share, by weight, of what the pattern's entities and links lead to that lies in
 * the community: 1 when they lead nowhere else. That of a domain is 1: people said so.
 */
public final class Communities {

    /** Source of a community that people named by a domain. */
    public static final String TAXONOMY = "taxonomy";

    /** Source of one that was found in the graph. */
    public static final String INFERRED = "inferred";

    /** A pattern that says it belongs to so many groups, and does, is told of no others: the divisions shift a little all the time. */
    private static final int ENOUGH = 2;

    private final GardenGraph graph;
    private final Taxonomy taxonomy;
    private final List<Group> groups;
    private final List<List<String>> labels;

    private Communities(GardenGraph graph, Taxonomy taxonomy, List<Group> groups, List<List<String>> labels) {
        this.graph = graph;
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
        GardenGraph graph = GardenGraph.of(members, ties);
        Taxonomy taxonomy = new Taxonomy(graph.members());
        List<Group> groups = Group.of(graph);
        List<List<String>> labels = Labels.of(new Phrases(graph.members(), taxonomy.names()), groups);
        return new Communities(graph, taxonomy, groups, labels);
    }

    /**
     * The communities that could be told of each pattern, by slug: first those that people named, then those it belongs to most.
     *
     * @param standing what sections say now, by slug; groups that are there already keep their names
     * @param limit how many communities a section holds at most
     */
    public SortedMap<String, List<CommunityEntry>> named(SortedMap<String, List<CommunityEntry>> standing, int limit) {
        Standing now = new Standing(graph.nodesBySlug(), standing, limit);
        SortedMap<String, List<CommunityEntry>> named = new TreeMap<>();
        taxonomy.named(now).forEach((name, nodes) -> nodes.forEach(node -> add(named, node, name, TAXONOMY, 1)));
        int[] told = Belonging.counts(graph, now);
        IntPredicate waiting = node -> told[node] < ENOUGH && !now.isFull(node);
        IntPredicate untold = node -> told[node] == 0 && !now.isFull(node);
        Names.of(now, groups, labels, taxonomy.names(), untold)
                .forEach((group, name) -> groups.get(group).members().forEach((node, share) -> {
                    if (waiting.test(node)) {
                        add(named, node, name, INFERRED, share);
                    }
                }));
        named.values().forEach(list -> list.sort(ORDER));
        return named;
    }

    private static final Comparator<CommunityEntry> ORDER = Comparator.comparing(CommunityEntry::source)
            .reversed()
            .thenComparing(entry -> -entry.confidence().orElse(0))
            .thenComparing(CommunityEntry::id);

    private void add(
            SortedMap<String, List<CommunityEntry>> named, int node, Name name, String source, double confidence) {
        String slug = graph.members().get(node).slug();
        named.computeIfAbsent(slug, key -> new ArrayList<>())
                .add(new CommunityEntry(name.id(), name.label(), source, confidence));
    }
}
