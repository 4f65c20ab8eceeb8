package org.graphgarden.pruner.community;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.graphgarden.format.EntityEntry;

/**
 * What the patterns of a garden are about, in phrases: labels of entities, keywords and titles. A phrase counts once a pattern,
 * however often the pattern says it. Phrases are compared by their {@link CanonicalName}s. Who acts in a pattern is not what it is
 * about, so persons and organisations are left out.
 */
final class Phrases {

    private static final int LONGEST = 32;
    private static final Set<String> ACTORS = Set.of("person", "organization", "organisation");

    private final List<List<String>> byNode;
    private final Map<String, Spellings> spellings = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * @param members patterns in the order of their nodes
     * @param barred canonical names of what is no phrase, such as the domains
     */
    Phrases(List<Member> members, Set<String> barred) {
        this.byNode = members.stream().map(member -> phrases(member, barred)).toList();
    }

    private List<String> phrases(Member member, Set<String> barred) {
        Map<String, String> said = new LinkedHashMap<>();
        said(member)
                .filter(phrase -> phrase.length() <= LONGEST)
                .forEach(phrase -> said.putIfAbsent(name(phrase), phrase.strip()));
        said.remove("");
        said.keySet().removeAll(barred);
        said.forEach((name, phrase) ->
                spellings.computeIfAbsent(name, key -> new Spellings()).add(phrase));
        return List.copyOf(said.keySet());
    }

    /** In how many of some patterns each phrase is. */
    Map<String, Integer> counts(Collection<Integer> nodes) {
        Map<String, Integer> counts = new HashMap<>();
        for (int node : nodes) {
            byNode.get(node).forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        return counts;
    }

    /** How a phrase is spelled most often, the first letter in upper case; of several the first. */
    String spelling(String name) {
        String spelled = spellings.getOrDefault(name, new Spellings()).mostFrequent(name);
        int first = spelled.offsetByCodePoints(0, 1);
        String titled = new String(Character.toChars(Character.toTitleCase(spelled.codePointAt(0))));
        return titled + spelled.substring(first);
    }

    private String name(String phrase) {
        return names.computeIfAbsent(phrase, CanonicalName::of);
    }

    private static Stream<String> said(Member member) {
        Stream<String> labels = member.entities().stream()
                .filter(entity -> !ACTORS.contains(entity.type()))
                .map(EntityEntry::label);
        return Stream.of(labels, member.keywords().stream(), Stream.of(member.title()))
                .flatMap(phrases -> phrases);
    }
}
