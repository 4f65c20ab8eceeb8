package org.graphgarden.pruner.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphgarden.format.EntityEntry;

/**
 * What the patterns of a garden are about, in phrases: keywords, labels of entities, and titles that are one of these. A phrase
 * counts once a pattern, however often the pattern says it. Phrases are compared by their {@link CanonicalName}s.
 */
final class Phrases {

    private static final int LONGEST = 40;

    private final Map<String, List<String>> byPattern = new HashMap<>();
    private final Map<String, Spellings> spellings = new HashMap<>();

    Phrases(Collection<Member> members) {
        for (Member member : members) {
            Map<String, String> said = new LinkedHashMap<>();
            said(member)
                    .filter(phrase -> phrase.length() <= LONGEST)
                    .forEach(phrase -> said.putIfAbsent(CanonicalName.of(phrase), phrase.strip()));
            said.remove("");
            said.forEach((name, phrase) ->
                    spellings.computeIfAbsent(name, key -> new Spellings()).add(phrase));
            byPattern.put(member.slug(), new ArrayList<>(said.keySet()));
        }
    }

    /** In how many of some patterns each phrase is. */
    SortedMap<String, Integer> counts(Collection<String> slugs) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String slug : slugs) {
            byPattern.getOrDefault(slug, List.of()).forEach(name -> counts.merge(name, 1, Integer::sum));
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

    private static Stream<String> said(Member member) {
        Stream<String> labels = member.entities().stream().map(EntityEntry::label);
        return Stream.of(labels, member.keywords().stream(), Stream.of(member.title()))
                .flatMap(phrases -> phrases);
    }
}
