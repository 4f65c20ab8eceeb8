package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphgarden.inference.curated.CuratedPair;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;

/**
 * A library of which a share of the answers is hidden. A pair that people linked is hidden from both ends and in every spelling, by slug
 * or id, so that neither end gives the other away; entities are hidden for whole patterns. Mentions in the text stay: they are what
 * inference may read.
 *
 * @param profiles what inference may see, by slug
 * @param links hidden relationships between patterns of the library, as they stood in their files
 * @param entities hidden entities by slug
 */
public record HoldOut(List<Profile> profiles, List<GoldLink> links, SortedMap<String, List<TaggedEntity>> entities) {

    public HoldOut {
        profiles = List.copyOf(profiles);
        links = List.copyOf(links);
    }

    /** The library with nothing hidden. */
    public static HoldOut nothing(List<Profile> profiles) {
        return new HoldOut(profiles, List.of(), new TreeMap<>());
    }

    /**
     * Hides a share of the pairs that people linked.
     *
     * @param linked relationships to draw from; others stay
     * @param share 0 to 1, of pairs; rounded up
     * @param seed another seed hides others
     */
    public HoldOut hidingLinks(List<CuratedPair> linked, double share, long seed) {
        Set<Pair> pairs = new HashSet<>();
        linked.forEach(link -> pairs.add(new Pair(link.source(), link.target()).undirected()));
        return hiding(drawn(pairs, pair -> pair.source() + "\n" + pair.target(), share, seed));
    }

    /** The same library, asked for these links and no others. */
    public HoldOut asking(List<GoldLink> answers) {
        return new HoldOut(profiles, answers, entities);
    }

    /** Hides these pairs wherever people have linked them, so that nothing keeps them from being proposed. */
    public HoldOut hidingPairs(List<GoldLink> answers) {
        Set<Pair> pairs = new HashSet<>();
        answers.forEach(link -> pairs.add(new Pair(link.source(), link.target()).undirected()));
        return hiding(pairs);
    }

    private HoldOut hiding(Set<Pair> pairs) {
        Slugs slugs = Slugs.of(profiles);
        List<Profile> seen = new ArrayList<>();
        List<GoldLink> hidden = new ArrayList<>(links);
        for (Profile profile : profiles) {
            List<CuratedRelation> kept = new ArrayList<>();
            for (CuratedRelation relation : profile.curated()) {
                String target = slugs.find(relation.target());
                if (target != null && pairs.contains(new Pair(profile.slug(), target).undirected())) {
                    hidden.add(new GoldLink(profile.slug(), target, relation.type()));
                } else {
                    kept.add(relation);
                }
            }
            seen.add(kept.size() == profile.curated().size() ? profile : profile.with(kept, profile.entities()));
        }
        return new HoldOut(seen, hidden, entities);
    }

    /**
     * Hides the entities of a share of the patterns that have any.
     *
     * @param share 0 to 1, of patterns; rounded up
     * @param seed another seed hides others
     */
    public HoldOut hidingEntities(double share, long seed) {
        Set<String> tagged = new HashSet<>();
        profiles.stream()
                .filter(profile -> !profile.entities().isEmpty())
                .forEach(profile -> tagged.add(profile.slug()));
        return withoutEntities(drawn(tagged, slug -> slug, share, seed));
    }

    /** Hides whatever entities these patterns have, and asks for the given ones. */
    public HoldOut hidingEntities(SortedMap<String, List<TaggedEntity>> answers) {
        return new HoldOut(withoutEntities(answers.keySet()).profiles, links, answers);
    }

    private HoldOut withoutEntities(Set<String> slugs) {
        SortedMap<String, List<TaggedEntity>> hidden = new TreeMap<>(entities);
        List<Profile> seen = new ArrayList<>();
        for (Profile profile : profiles) {
            if (slugs.contains(profile.slug())) {
                hidden.put(
                        profile.slug(),
                        profile.entities().stream().map(HoldOut::tagged).toList());
                seen.add(profile.with(profile.curated(), List.of()));
            } else {
                seen.add(profile);
            }
        }
        return new HoldOut(seen, links, hidden);
    }

    private static TaggedEntity tagged(EntityMention mention) {
        return new TaggedEntity(mention.label(), mention.type(), mention.relevance());
    }

    /** As many as the share says, those with the lowest lots; whose lot is low depends on the seed and on nothing else. */
    private static <T> Set<T> drawn(Set<T> all, Function<T, String> name, double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be between 0 and 1: " + share);
        }
        List<T> drawn = new ArrayList<>(all);
        drawn.sort(Comparator.<T>comparingLong(each -> Lot.of(name.apply(each), seed))
                .thenComparing(name));
        return new HashSet<>(drawn.subList(0, (int) Math.ceil(share * drawn.size())));
    }
}
