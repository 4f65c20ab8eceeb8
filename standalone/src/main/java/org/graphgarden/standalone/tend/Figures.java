package org.graphgarden.standalone.tend;

import java.util.Collection;
import org.graphgarden.events.CauseCount;
import org.graphgarden.events.DecisionAction;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionRevision;

/**
 * The counts a steward asks for first.
 *
 * @param patterns patterns in the garden
 * @param entities different entities inferred
 * @param candidates candidate links inferred, planted or not
 * @param linksPlanted links that the cycle planted
 * @param linksKept links that the cycle looked at in revised files and kept
 * @param linksDropped links that the cycle dropped
 * @param entitiesPlanted entities that the cycle planted
 * @param entitiesDropped entities that the cycle dropped
 * @param communitiesPlanted communities that the cycle told patterns of
 * @param communitiesDropped communities that the cycle dropped
 * @param entriesKept entries of any kind in revised sections that kept their bytes
 */
record Figures(
        int patterns,
        long entities,
        long candidates,
        long linksPlanted,
        long linksKept,
        long linksDropped,
        long entitiesPlanted,
        long entitiesDropped,
        long communitiesPlanted,
        long communitiesDropped,
        long entriesKept) {

    static Figures of(TendResult result) {
        PruneCycle cycle = result.cycle();
        return new Figures(
                cycle.getPatterns(),
                result.enriched().stream()
                        .flatMap(pattern -> pattern.getEntities().stream())
                        .map(entity -> entity.getId())
                        .distinct()
                        .count(),
                result.enriched().stream()
                        .mapToLong(pattern -> pattern.getLinks().size())
                        .sum(),
                count(cycle.getCauses(), DecisionAction.PLANT, EntryKind.LINK)
                        + count(cycle.getCauses(), DecisionAction.RECIPROCATE, EntryKind.LINK),
                count(cycle.getCauses(), DecisionAction.KEEP, EntryKind.LINK)
                        + count(cycle.getCauses(), DecisionAction.REWRITE, EntryKind.LINK)
                        + count(cycle.getCauses(), DecisionAction.WEAKEN, EntryKind.LINK)
                        + count(cycle.getCauses(), DecisionAction.RETARGET, EntryKind.LINK),
                count(cycle.getCauses(), DecisionAction.DROP, EntryKind.LINK),
                count(cycle.getCauses(), DecisionAction.PLANT, EntryKind.ENTITY),
                count(cycle.getCauses(), DecisionAction.DROP, EntryKind.ENTITY),
                count(cycle.getCauses(), DecisionAction.PLANT, EntryKind.COMMUNITY),
                count(cycle.getCauses(), DecisionAction.DROP, EntryKind.COMMUNITY),
                result.revisions().stream().mapToLong(SectionRevision::getKept).sum());
    }

    private static long count(Collection<CauseCount> causes, DecisionAction action, EntryKind kind) {
        return causes.stream()
                .filter(cause -> cause.getAction() == action && cause.getKind() == kind)
                .mapToLong(CauseCount::getCount)
                .sum();
    }
}
