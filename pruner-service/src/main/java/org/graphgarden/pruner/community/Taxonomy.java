package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphgarden.pruner.community.Standing.Carried;

/**
 * Communities that people made, by the domains in their front matter, the first ones of a pattern. A domain of more than half of
 * the garden, or of hardly any pattern, tells nothing.
 */
final class Taxonomy {

    /** Further domains of a pattern are asides. */
    private static final int MOST = 2;

    private static final int FEWEST = 3;
    /** Share of the patterns of a renamed domain that have to say its former name, for that to stay. */
    private static final double SAME = 0.5;

    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");

    private final SortedMap<String, SortedSet<Integer>> byDomain = new TreeMap<>();

    /** @param members patterns in the order of their nodes */
    Taxonomy(List<Member> members) {
        Map<String, Integer> sizes = new HashMap<>();
        members.forEach(member -> domains(member).forEach(domain -> sizes.merge(domain, 1, Integer::sum)));
        sizes.values().removeIf(size -> size < FEWEST || size > members.size() / 2);
        for (int node = 0; node < members.size(); node++) {
            int pattern = node;
            domains(members.get(node)).stream()
                    .filter(sizes::containsKey)
                    .limit(MOST)
                    .forEach(domain -> byDomain.computeIfAbsent(domain, key -> new TreeSet<>())
                            .add(pattern));
        }
    }

    private static Set<String> domains(Member member) {
        Set<String> domains =
                member.domains().stream().map(CanonicalName::id).collect(Collectors.toCollection(LinkedHashSet::new));
        domains.remove("");
        return domains;
    }

    /** Canonical names of all domains. */
    Set<String> names() {
        return byDomain.keySet().stream().map(CanonicalName::of).collect(Collectors.toSet());
    }

    /**
     * What the communities are called, by their patterns. A domain that was renamed keeps the name that stands in the files.
     */
    Map<Name, SortedSet<Integer>> named(Standing standing) {
        List<Carried> former = standing.all().stream()
                .filter(carried -> carried.taxonomy()
                        && !byDomain.containsKey(carried.name().id()))
                .toList();
        Set<String> stands = new HashSet<>();
        standing.all().forEach(carried -> stands.add(carried.name().id()));
        Map<Name, SortedSet<Integer>> named = new LinkedHashMap<>();
        byDomain.forEach((domain, nodes) -> {
            Name name = stands.contains(domain) ? label(domain) : formerName(nodes, former, label(domain));
            named.merge(name, nodes, Taxonomy::union);
        });
        return named;
    }

    private static Name formerName(SortedSet<Integer> nodes, List<Carried> former, Name otherwise) {
        for (Carried carried : former) {
            long both = nodes.stream().filter(carried.nodes()::contains).count();
            if (both >= SAME * (nodes.size() + carried.nodes().size() - both)) {
                return carried.name();
            }
        }
        return otherwise;
    }

    private static SortedSet<Integer> union(SortedSet<Integer> one, SortedSet<Integer> other) {
        SortedSet<Integer> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Name label(String domain) {
        List<String> words = new ArrayList<>();
        for (String word : Arrays.asList(domain.split("-"))) {
            boolean small = !words.isEmpty() && SMALL_WORDS.contains(word);
            words.add(small ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return new Name(domain, String.join(" ", words));
    }
}
