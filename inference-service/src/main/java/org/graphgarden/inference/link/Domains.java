package org.graphgarden.inference.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.profile.Profile;

/** How much it says of two patterns that they are of the same domains; by how often each domain was used when the epoch was opened. */
final class Domains {
    private final int patterns;
    private final Map<String, Integer> firsts = new HashMap<>();
    private final Map<String, Integer> all = new HashMap<>();

    private Domains(int patterns) {
        this.patterns = patterns;
    }

    static Domains of(List<Profile> profiles) {
        Domains domains = new Domains(profiles.size());
        for (Profile profile : profiles) {
            profile.domains().stream().limit(1).forEach(domain -> domains.firsts.merge(domain, 1, Integer::sum));
            new HashSet<>(profile.domains()).forEach(domain -> domains.all.merge(domain, 1, Integer::sum));
        }
        return domains;
    }

    /** 0 when the first domains differ, else by the domain's rarity: 1 for one that a single pattern had. */
    double sameFirst(Profile left, Profile right) {
        if (left.domains().isEmpty()
                || right.domains().isEmpty()
                || !left.domains().get(0).equals(right.domains().get(0))) {
            return 0;
        }
        int frequency = firsts.getOrDefault(left.domains().get(0), 1);
        // In a garden of one pattern nothing is rare.
        return patterns < 2 ? 0 : 1 - StrictMath.log(frequency) / StrictMath.log(patterns);
    }

    /** Cosine of the two sets of domains, each domain weighed by the root of its rarity; less when both are common ones. */
    double shared(Profile left, Profile right) {
        double common = 0;
        for (String domain : left.domains()) {
            common += right.domains().contains(domain) ? rarity(domain) : 0;
        }
        return common == 0 ? 0 : common / Math.max(1, StrictMath.sqrt(sum(left) * sum(right)));
    }

    private double sum(Profile profile) {
        double sum = 0;
        for (String domain : profile.domains()) {
            sum += rarity(domain);
        }
        return sum;
    }

    private double rarity(String domain) {
        return StrictMath.log((double) Math.max(1, patterns) / all.getOrDefault(domain, 1));
    }
}
