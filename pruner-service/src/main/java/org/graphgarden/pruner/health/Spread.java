package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.graphgarden.pruner.health.Concentration.By;
import org.graphgarden.pruner.health.Concentration.Group;
import org.graphgarden.pruner.health.Concentration.Links;

/** Measures how evenly links spread over the patterns of a garden. */
final class Spread {
    /** Groups that are listed. */
    private static final int SHOWN = 40;
    /** Fewer links than these are not judged. */
    private static final int LEAST = 50;
    /** By chance once in a thousand gardens, all groups of it taken together (Bonferroni). */
    private static final double IMPROBABLE = 0.001;
    /** From here on a difference of shares is more than small, whatever its odds: large gardens are not to warn of trifles. */
    private static final double NOTABLE = 0.2;
    /** From here on it is notable even when it is less than twice what chance gives, which half of a garden cannot get. */
    private static final double PLAIN = 0.5;
    /** Gini coefficients from here on, if chance would give a far smaller one: a tenth of the patterns gets nearly all. */
    private static final double LOPSIDED = 0.8;

    private static final double FAR_FROM_CHANCE = 0.3;

    private final Links links;
    private final List<String> slugs;
    private final int[] in;
    private final long all;

    /**
     * @param slugs slugs of the garden
     * @param in how many links point at each
     */
    Spread(Links links, List<String> slugs, int[] in) {
        this.links = links;
        this.slugs = slugs;
        this.in = in.clone();
        long sum = 0;
        for (int each : in) {
            sum += each;
        }
        this.all = sum;
    }

    /** The spread over groups of patterns. */
    Concentration over(By by, UnaryOperator<String> groupOf) {
        Map<String, int[]> sums = new TreeMap<>();
        for (int place = 0; place < in.length; place++) {
            int[] sum = sums.computeIfAbsent(groupOf.apply(slugs.get(place)), any -> new int[2]);
            sum[0]++;
            sum[1] += in[place];
        }
        List<Group> groups = new ArrayList<>();
        sums.forEach((name, sum) -> groups.add(new Group(name, sum[0], sum[1], null)));
        Group top = groups.stream()
                .max(Comparator.comparingDouble(this::distance).thenComparing(Group::name, Comparator.reverseOrder()))
                .orElse(new Group("", 0, 0, null));
        double chance = Math.min(1, Chance.ofGroup(in, top.patterns(), top.links()) * groups.size());
        double share = share(top);
        double expected = expected(top);
        boolean large = distance(top) >= PLAIN || (distance(top) >= NOTABLE && share >= 2 * expected);
        boolean improbable = judged() && groups.size() > 1 && chance < IMPROBABLE && large;
        return made(by, groups, top, chance, improbable);
    }

    /** The spread over single patterns. */
    Concentration overTargets() {
        List<Group> groups = new ArrayList<>();
        for (int place = 0; place < in.length; place++) {
            groups.add(new Group(slugs.get(place), 1, in[place], null));
        }
        Group top = groups.stream()
                .max(Comparator.comparingInt(Group::links).thenComparing(Group::name, Comparator.reverseOrder()))
                .orElse(new Group("", 0, 0, null));
        double chance = Chance.ofTargets(in);
        double gini = gini(groups);
        double usual = Chance.gini(in.length == 0 ? 0 : (double) all / in.length);
        boolean improbable = judged() && chance < IMPROBABLE && gini >= LOPSIDED && gini - usual >= FAR_FROM_CHANCE;
        return made(By.TARGET, groups, top, chance, improbable);
    }

    private Concentration made(By by, List<Group> groups, Group top, double chance, boolean improbable) {
        List<Group> shown = groups.stream()
                .filter(group -> by != By.TARGET || group.links() > 0)
                .sorted(Comparator.comparingInt(Group::links).reversed().thenComparing(Group::name))
                .limit(SHOWN)
                .toList();
        return new Concentration(
                links,
                by,
                Math.toIntExact(all),
                Rounded.of(gini(groups)),
                all == 0 ? "" : top.name(),
                Rounded.of(share(top)),
                Rounded.of(expected(top)),
                chance,
                improbable,
                null,
                shown);
    }

    private boolean judged() {
        return all >= LEAST;
    }

    private double distance(Group group) {
        return Chance.distance(share(group), expected(group));
    }

    private double share(Group group) {
        return all == 0 ? 0 : (double) group.links() / all;
    }

    private double expected(Group group) {
        return in.length == 0 ? 0 : (double) group.patterns() / in.length;
    }

    /** One less twice the area below the Lorenz curve; 0 without links. */
    private double gini(List<Group> groups) {
        if (all == 0) {
            return 0;
        }
        List<Group> poorestFirst = groups.stream()
                .sorted(Comparator.comparingDouble((Group group) -> (double) group.links() / group.patterns())
                        .thenComparing(Group::name))
                .toList();
        double area = 0;
        long below = 0;
        for (Group group : poorestFirst) {
            area += (double) group.patterns() / in.length * (2 * below + group.links()) / all;
            below += group.links();
        }
        return Math.max(0, 1 - area);
    }
}
