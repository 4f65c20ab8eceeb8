package org.graphgarden.inference.profile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.text.Words;

/**
 * Finds the persons and organisations of a section whose names do not stand in the file's text. An entry may be removed for it, so in
 * doubt a name is there: a person by the last name alone or a word that begins with it ("Jungian"), an organisation by any word of
 * its name that is not a stop word, the note in brackets included.
 */
final class AbsentNames {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOTE = Pattern.compile("\\([^)]*\\)");
    private static final Set<String> TITLES_BEHIND = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md");

    private AbsentNames() {}

    /** Ids, in file order, each once. Entries without id cannot be told apart and are left out. */
    static List<String> of(List<EntityMention> entities, List<String> texts) {
        List<EntityMention> names = entities.stream()
                .filter(entity -> !entity.id().isBlank() && (isPerson(entity) || isOrganisation(entity)))
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        NavigableSet<String> words = new TreeSet<>();
        texts.forEach(text -> words.addAll(words(text)));
        return names.stream()
                .filter(name -> !(isPerson(name) ? isPersonNamed(name, words) : isOrganisationNamed(name, words)))
                .map(EntityMention::id)
                .distinct()
                .toList();
    }

    private static boolean isPerson(EntityMention entity) {
        return entity.type().equalsIgnoreCase("person");
    }

    private static boolean isOrganisation(EntityMention entity) {
        return entity.type().equalsIgnoreCase("organization") || entity.type().equalsIgnoreCase("organisation");
    }

    private static boolean isPersonNamed(EntityMention person, NavigableSet<String> text) {
        List<String> name = words(NOTE.matcher(person.label()).replaceAll(" ")).stream()
                .filter(word -> !TITLES_BEHIND.contains(word))
                .toList();
        return name.isEmpty() || begins(name.get(name.size() - 1), text);
    }

    private static boolean isOrganisationNamed(EntityMention organisation, NavigableSet<String> text) {
        List<String> name = words(organisation.label()).stream()
                .filter(word -> word.length() > 1 && !Words.isStopWord(word))
                .toList();
        return name.isEmpty() || name.stream().anyMatch(word -> begins(word, text));
    }

    private static boolean begins(String beginning, NavigableSet<String> words) {
        String next = words.ceiling(beginning);
        return next != null && next.startsWith(beginning);
    }

    private static List<String> words(String text) {
        String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NOT_WORD.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
}
