package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Communities that people made, by the domains in their front matter. What all patterns or only one of them have tells nothing. */
final class Taxonomy {

    /** Further domains of a pattern are asides. */
    private static final int MOST = 2;

    private Taxonomy() {}

    static List<Community> of(Collection<Member> members) {
        SortedMap<String, SortedMap<String, Double>> byId = new TreeMap<>();
        for (Member member : members) {
            for (String domain :
                    member.domains().subList(0, Math.min(MOST, member.domains().size()))) {
                String id = CanonicalName.id(domain);
                if (!id.isEmpty()) {
                    byId.computeIfAbsent(id, key -> new TreeMap<>()).put(member.slug(), 1.0);
                }
            }
        }
        List<Community> communities = new ArrayList<>();
        byId.forEach((id, slugs) -> {
            if (slugs.size() > 1 && slugs.size() < members.size()) {
                communities.add(new Community(id, label(id), Community.Source.TAXONOMY, slugs));
            }
        });
        return communities;
    }

    private static String label(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
