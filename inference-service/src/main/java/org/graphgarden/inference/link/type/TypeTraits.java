package org.graphgarden.inference.link.type;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.graphgarden.inference.text.Canonical;
import org.graphgarden.inference.text.Words;

/**
 * What one pattern brings to the type of its links; made once a pattern.
 *
 * @param title canonical words of the title in order, stop words left out; never empty
 * @param rarities rarity of each, 0 for a word that all texts have to 1 for one that a single text has
 * @param prominence how many patterns name it, by logarithm: 0 for at most one, 1 for all
 * @param length length of its text, by logarithm
 */
public record TypeTraits(List<String> title, List<Double> rarities, double prominence, double length) {
    public TypeTraits {
        title = List.copyOf(title);
        rarities = List.copyOf(rarities);
        if (title.isEmpty() || rarities.size() != title.size()) {
            throw new IllegalArgumentException("a title needs words, each with a rarity: " + title + ", " + rarities);
        }
    }

    /**
     * Takes the traits of a pattern.
     *
     * @param rarity of a word, 0 to 1
     * @param prominence 0 to 1
     */
    public static TypeTraits of(Profile profile, ToDoubleFunction<String> rarity, double prominence) {
        List<String> all = Canonical.words(profile.title());
        List<String> telling =
                all.stream().filter(word -> !Words.isStopWord(word)).toList();
        List<String> title = !telling.isEmpty() ? telling : all.isEmpty() ? List.of(profile.slug()) : all;
        List<Double> rarities =
                title.stream().map(word -> rarity.applyAsDouble(word)).toList();
        return new TypeTraits(title, rarities, prominence, length(profile));
    }

    private static double length(Profile profile) {
        long characters = profile.summary().length();
        for (TextSection section : profile.sections()) {
            characters += section.text().length();
        }
        return StrictMath.log(1.0 + characters);
    }

    /** Mean rarity of the title's words. */
    double rarity() {
        return rarities.stream().mapToDouble(Double::doubleValue).sum() / rarities.size();
    }

    /** Share of this title, by rarity, that the other title has. */
    double heldBy(TypeTraits other) {
        double held = 0;
        double all = 0;
        for (int word = 0; word < title.size(); word++) {
            all += rarities.get(word);
            held += other.title.contains(title.get(word)) ? rarities.get(word) : 0;
        }
        return all == 0 ? 0 : held / all;
    }

    /** Whether the title is longer than the other and ends with all of it. */
    boolean endsWith(TypeTraits other) {
        int extra = title.size() - other.title.size();
        return extra > 0 && title.subList(extra, title.size()).equals(other.title);
    }

    /** Whether the titles end with one word under which they are two of a kind: neither has all words of the other. */
    boolean isOfOneKindWith(TypeTraits other) {
        Set<String> mine = new HashSet<>(title);
        Set<String> others = new HashSet<>(other.title);
        return last().equals(other.last()) && !mine.containsAll(others) && !others.containsAll(mine);
    }

    private String last() {
        return title.get(title.size() - 1);
    }
}
