package org.graphgarden.inference.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.profile.Profile;

/** How much it says of two patterns that they are of the same domains; by how often each domain was used when the epoch was opened. */
final class Domains {
    private final int patterns;
    private final Map<String, Integer> firsts = new HashMap<>();

    private Domains(int patterns) {
        this.patterns = patterns;
    }

    static Domains of(List<Profile> profiles) {
        Domains domains = new Domains(profiles.size());
        for (Profile profile : profiles) {
            profile.domains().stream().limit(1).forEach(domain -> domains.firsts.merge(domain, 1, Integer::sum));
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
}
