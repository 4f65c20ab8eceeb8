package org.graphgarden.pruner.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.pruner.health.Beside;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.Look;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.pruner.publish.RepositoryReader;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.StopSign;

/** Looks at a garden as its files stand, with no cycle, no inference and nothing that runs. Changes nothing. */
public final class GardenLook {
    private GardenLook() {}

    /**
     * How the garden stands. Near-duplicates are not known, and neither is what it is compared with.
     *
     * @param sites the garden's repositories, all of which have been fetched
     * @param policy by which it is tended
     * @param heads the commit to look at, of each repository in its order
     * @param said what stewards' edits say up to there
     */
    public static GardenHealth health(
            List<Site> sites,
            Policy policy,
            List<FetchOutcome.Head> heads,
            Collection<SectionFeedback> said,
            LocalDate date) {
        Feedback feedback = new Feedback(
                said.stream().flatMap(each -> Records.feedback(each).stream()).toList());
        GardenReading reading = new GardenReading(sites, feedback, StopSign.NEVER);
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            reading.put(new RepositoryReader(site.repository(), site.mirror().tree(site.filter()), StopSign.NEVER)
                    .read(heads.get(i).commit(), null));
        }
        Look look =
                new Look(reading.garden(), policy, List.of(), date, codes(reading), Beside.NOTHING.nearDuplicates());
        return GardenHealth.of(look, null, null);
    }

    private static List<String> codes(GardenReading reading) {
        List<RefusedFile> refused = new ArrayList<>(reading.unify().refused());
        reading.states().forEach(state -> refused.addAll(state.refused()));
        return refused.stream().distinct().map(RefusedFile::code).toList();
    }
}
