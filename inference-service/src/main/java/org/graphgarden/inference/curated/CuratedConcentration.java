package org.graphgarden.inference.curated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphgarden.inference.curated.Trusted.Finding;
import org.graphgarden.inference.profile.Profile;

/**
 * Tells curated relationships that somebody thought about from those that a program made which saw only the head of a list. The latter
 * point at one stretch of the garden's patterns in alphabetical order, wherever they come from. Judged is each list of the
 * front matter by itself, so that what older files say need not suffer for newer ones.
 *
 * <p>A list is not trusted when more than half of its targets, and at least {@value #LEAST} of them, lie in one tenth of the slugs,
 * three times as many as patterns there, or relations from there, would explain, and a G-test (log-likelihood ratio; Sokal and Rohlf,
 * Biometry, 17.2) leaves no doubt. A list too short to be judged by itself shares the fate of its group as a whole.
 */
public final class CuratedConcentration {
    /** Fewer relations than these are not judged. */
    private static final int LEAST = 50;

    /** Fewer patterns than these have no order to speak of. */
    private static final int LEAST_PATTERNS = 40;

    private static final int STRETCHES = 10;
    private static final double LARGE_SHARE = 0.5;
    private static final double TIMES_EXPECTED = 3;

    /** A G of this size comes by chance once in 10^11 tries; there are at most as many stretches as patterns. */
    private static final double NO_DOUBT = 45;

    private final List<String> slugs;
    private final Map<String, Integer> places = new HashMap<>();

    private CuratedConcentration(List<String> slugs) {
        this.slugs = slugs;
        for (int place = 0; place < slugs.size(); place++) {
            places.put(slugs.get(place), place);
        }
    }

    /** Tells what may be learned from. Relations to the pattern itself, or to none of the garden, are left out without a finding. */
    public static Trusted trusted(Collection<Profile> garden) {
        List<Profile> profiles = new ArrayList<>(garden);
        profiles.sort(Comparator.comparing(Profile::slug));
        List<CuratedPair> pairs = pairs(profiles);
        Map<String, Finding> leftOut =
                new CuratedConcentration(profiles.stream().map(Profile::slug).toList()).leftOut(pairs);
        return new Trusted(
                pairs.stream().filter(pair -> !leftOut.containsKey(pair.list())).toList(),
                List.copyOf(leftOut.values()));
    }

    private static List<CuratedPair> pairs(List<Profile> profiles) {
        Map<String, String> slugOf = new HashMap<>();
        profiles.stream()
                .filter(profile -> !profile.id().isEmpty())
                .forEach(profile -> slugOf.putIfAbsent(profile.id(), profile.slug()));
        profiles.forEach(profile -> slugOf.put(profile.slug(), profile.slug()));
        List<CuratedPair> pairs = new ArrayList<>();
        for (Profile source : profiles) {
            for (Profile.CuratedRelation relation : source.curated()) {
                String target = slugOf.get(relation.target());
                if (target != null && !target.equals(source.slug())) {
                    pairs.add(new CuratedPair(source.slug(), target, relation.type(), relation.list()));
                }
            }
        }
        return pairs;
    }

    private Map<String, Finding> leftOut(List<CuratedPair> pairs) {
        Map<String, List<CuratedPair>> lists = new TreeMap<>();
        Map<String, List<CuratedPair>> groups = new TreeMap<>();
        for (CuratedPair pair : pairs) {
            lists.computeIfAbsent(pair.list(), any -> new ArrayList<>()).add(pair);
            groups.computeIfAbsent(group(pair.list()), any -> new ArrayList<>()).add(pair);
        }
        Map<String, Finding> leftOut = new TreeMap<>();
        lists.forEach((list, relations) -> {
            boolean tooShort = relations.size() < LEAST;
            judge(tooShort ? groups.getOrDefault(group(list), List.of()) : relations)
                    .ifPresent(finding -> leftOut.put(list, finding.forList(list, relations.size())));
        });
        return leftOut;
    }

    /** {@code relationships} for {@code relationships.enables}; lists at the top level are one group. */
    private static String group(String list) {
        return list.contains(".") ? list.substring(0, list.indexOf('.')) : "";
    }

    private Optional<Finding> judge(List<CuratedPair> relations) {
        if (relations.size() < LEAST || slugs.size() < LEAST_PATTERNS) {
            return Optional.empty();
        }
        int width = (slugs.size() + STRETCHES - 1) / STRETCHES;
        int[] targets = places(relations.stream().map(CuratedPair::target).toList());
        int[] sources = places(relations.stream().map(CuratedPair::source).toList());
        int from = fullest(targets, width);
        double share = share(targets, from, width);
        double expected = Math.max((double) width / slugs.size(), share(sources, from, width));
        double surprise = surprise(relations.size(), share, expected);
        if (share <= LARGE_SHARE || share < TIMES_EXPECTED * expected || surprise < NO_DOUBT) {
            return Optional.empty();
        }
        String first = slugs.get(from);
        String last = slugs.get(from + width - 1);
        return Optional.of(new Finding("", relations.size(), first, last, width, share, expected, surprise));
    }

    private int[] places(List<String> named) {
        return named.stream()
                .mapToInt(slug -> places.getOrDefault(slug, 0))
                .sorted()
                .toArray();
    }

    /** Where the stretch of this width begins that most of the places lie in; the first of several. */
    private int fullest(int[] sorted, int width) {
        int best = 0;
        int most = -1;
        for (int from = 0; from + width <= slugs.size(); from++) {
            int within = within(sorted, from, width);
            if (within > most) {
                most = within;
                best = from;
            }
        }
        return best;
    }

    private static double share(int[] sorted, int from, int width) {
        return (double) within(sorted, from, width) / sorted.length;
    }

    private static int within(int[] sorted, int from, int width) {
        return firstAtLeast(sorted, from + width) - firstAtLeast(sorted, from);
    }

    private static int firstAtLeast(int[] sorted, int place) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double surprise(int relations, double share, double expected) {
        return 2 * relations * (term(share, expected) + term(1 - share, 1 - expected));
    }

    private static double term(double share, double expected) {
        return share == 0 ? 0 : share * StrictMath.log(share / expected);
    }
}
