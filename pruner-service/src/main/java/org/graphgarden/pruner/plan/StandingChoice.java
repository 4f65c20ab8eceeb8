package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.jspecify.annotations.Nullable;

/** Chooses which of the sound links that stand go on standing: those that are affirmed or fade still, as far as there is room. */
final class StandingChoice {
    /** Affirmed ones before fading ones, the surest first. */
    private static final Comparator<Kept> SUREST_FIRST = Comparator.comparing((Kept link) -> link.affirmed() == null)
            .thenComparing(Comparator.comparingDouble(Kept::confidence).reversed())
            .thenComparing(link -> link.standing().slug())
            .thenComparing(link -> link.standing().target());

    private final GardenState garden;
    private final Bonds bonds;
    private final Policy policy;
    private final LocalDate date;
    private final Room room;
    private final List<Kept> supported = new ArrayList<>();
    private final Map<String, List<Kept>> kept = new HashMap<>();
    private final Map<String, SortedMap<Integer, Decision>> drops = new HashMap<>();

    StandingChoice(GardenState garden, Bonds bonds, Policy policy, LocalDate date, Room room) {
        this.garden = garden;
        this.bonds = bonds;
        this.policy = policy;
        this.date = date;
        this.room = room;
    }

    /** Whether inference supports a link no longer. */
    static boolean unaffirmed(Bonds bonds, Policy policy, Standing link) {
        Double confidence = bonds.confidence(link.slug(), link.target());
        return confidence == null || confidence < policy.thresholds().drop();
    }

    /** Settles what stands in the beds. */
    void choose(Collection<Bed> beds) {
        for (Bed bed : beds) {
            bed.sound().forEach(this::judge);
        }
        supported.sort(SUREST_FIRST);
        for (Kept link : supported) {
            Standing standing = link.standing();
            Cause lack = room.lack(standing.slug(), standing.target());
            if (lack == null) {
                keep(link);
            } else {
                drop(standing, lack, "");
            }
        }
    }

    /** What goes on standing in a section, in no order. */
    List<Kept> kept(String slug) {
        return kept.getOrDefault(slug, List.of());
    }

    /** What goes, by its place. */
    SortedMap<Integer, Decision> drops(String slug) {
        return drops.getOrDefault(slug, new TreeMap<>());
    }

    private void judge(Standing link) {
        if (!bonds.knows(link.slug())) {
            // Of its pairs little is known: only what is wrong by itself goes.
            keep(new Kept(link, null, OptionalDouble.empty()));
        } else if (!unaffirmed(bonds, policy, link)) {
            supported.add(new Kept(link, bonds.link(link.slug(), link.target()).orElseThrow(), OptionalDouble.empty()));
        } else {
            fade(link);
        }
    }

    private void fade(Standing link) {
        Double left = left(link);
        if (left == null) {
            Optional<Candidate> now = bonds.link(link.slug(), link.target());
            drop(
                    link,
                    Cause.BELOW_DROP_THRESHOLD,
                    now.isEmpty()
                            ? "not among the candidates"
                            : "now " + Figures.inFile(now.get().confidence()));
        } else if (left < policy.thresholds().drop()) {
            drop(link, Cause.BELOW_DROP_THRESHOLD, "not reaffirmed, faded to " + left);
        } else {
            supported.add(new Kept(link, null, OptionalDouble.of(left)));
        }
    }

    /** What time has left of the confidence in the file; null when no garden commit is known to have left the link there. */
    private @Nullable Double left(Standing link) {
        OptionalDouble written = link.entry().confidence();
        Optional<LocalDate> since = Optional.ofNullable(garden.section(link.slug()))
                .flatMap(section -> section.section().lastPruned());
        return written.isPresent()
                        && since.isPresent()
                        && garden.tended(link.slug(), link.entry().target())
                ? (Double) policy.ageing().faded(Math.min(1, written.getAsDouble()), since.get(), date)
                : null;
    }

    private void keep(Kept link) {
        Standing standing = link.standing();
        room.take(standing.slug(), standing.target());
        kept.computeIfAbsent(standing.slug(), any -> new ArrayList<>()).add(link);
    }

    private void drop(Standing link, Cause cause, String detail) {
        String renamed = link.renamed();
        String both = renamed.isEmpty() || detail.isEmpty() ? renamed + detail : renamed + "; " + detail;
        drops.computeIfAbsent(link.slug(), any -> new TreeMap<>())
                .put(link.index(), Decision.drop(cause, link.entry(), both));
    }
}
