package org.graphgarden.pruner.cycle;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.events.Community;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Entity;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.health.NearDuplicates;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.graphgarden.pruner.plan.Kind;

/** Turns what inference wrote into what the plan reads. */
final class Records {
    /** How the ids of dry runs begin that somebody asked for; one with nothing to change has no other mark. */
    private static final String DRY_RUN = "dry-run-";

    private Records() {}

    static Enriched enriched(EnrichedPattern pattern) {
        return new Enriched(
                pattern.getSlug(),
                pattern.getEntities().stream().map(Records::entity).toList(),
                pattern.getCommunities().stream().map(Records::community).toList(),
                candidates(pattern),
                Set.copyOf(pattern.getAbsentNames()));
    }

    /** Who says nearly the same is a finding for a steward, and not linked. */
    private static List<Candidate> candidates(EnrichedPattern pattern) {
        return pattern.getLinks().stream()
                .filter(link -> link.getConfidence() > 0)
                .filter(link -> !pattern.getNearDuplicates().contains(link.getTarget()))
                .map(link -> new Candidate(link.getTarget(), link.getType(), link.getConfidence(), link.getReason()))
                .toList();
    }

    /** Pairs that say nearly the same, each once. */
    static SortedSet<NearDuplicates> nearDuplicates(Collection<EnrichedPattern> patterns) {
        SortedSet<NearDuplicates> pairs = new TreeSet<>();
        for (EnrichedPattern pattern : patterns) {
            pattern.getNearDuplicates().forEach(other -> pairs.add(NearDuplicates.of(pattern.getSlug(), other)));
        }
        return pairs;
    }

    /** Whether the cycle was to write nothing. */
    static boolean dry(PruneCycle cycle) {
        return cycle.getOutcome() == CycleOutcome.DRY_RUN || cycle.getCycle().startsWith(DRY_RUN);
    }

    /** The last of some cycles whose decisions stand and whose health is told, but for one cycle itself. */
    static Optional<PruneCycle> last(Collection<PruneCycle> cycles, String but) {
        return cycles.stream()
                .filter(other -> !other.getCycle().equals(but))
                .filter(HealthRecords::tellsWhatStands)
                .max(Comparator.comparing(PruneCycle::getStartedAt).thenComparing(PruneCycle::getCycle));
    }

    /** Whether what the cycle decided stands in the garden, or on its way there. */
    static boolean stands(CycleOutcome outcome) {
        return switch (outcome) {
            case PUBLISHED, ALREADY_PUBLISHED, NOTHING_TO_CHANGE, REQUEST_FAILED -> true;
            case UNKNOWN, DRY_RUN, FOREIGN_BRANCH, PUSH_REJECTED, FAILED -> false;
        };
    }

    /** What a record of a later version says with words that are not known here, is passed over. */
    static Optional<Feedback.Entry> feedback(SectionFeedback said) {
        Kind kind =
                switch (said.getKind()) {
                    case UNKNOWN -> null;
                    case ENTITY -> Kind.ENTITY;
                    case COMMUNITY -> Kind.COMMUNITY;
                    case LINK -> Kind.LINK;
                    case SECTION -> Kind.SECTION;
                };
        Verdict verdict =
                switch (said.getVerdict()) {
                    case UNKNOWN -> null;
                    case REJECTED -> Verdict.REJECTED;
                    case PROMOTED -> Verdict.PROMOTED;
                    case PINNED -> Verdict.PINNED;
                    case OPTED_OUT -> Verdict.OPTED_OUT;
                };
        return kind == null || verdict == null
                ? Optional.empty()
                : Optional.of(new Feedback.Entry(said.getSlug(), kind, said.getId(), verdict, said.getConfidence()));
    }

    private static EntityEntry entity(Entity entity) {
        return new EntityEntry(
                entity.getId(),
                entity.getType(),
                entity.getLabel(),
                OptionalDouble.of(entity.getRelevance()),
                Origin.NEW);
    }

    private static CommunityEntry community(Community community) {
        return new CommunityEntry(
                community.getId(),
                community.getLabel(),
                community.getSource(),
                OptionalDouble.of(community.getConfidence()),
                Origin.NEW);
    }
}
