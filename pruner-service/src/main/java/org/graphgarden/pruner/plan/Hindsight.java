package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.format.SectionEntry;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was done to a section from how it stood before and after, where the plan behind that is lost: inference may have gone on since.
 * What is planned now says the causes as far as it comes to the same. Pure.
 */
public final class Hindsight {
    private static final Set<Action> PLANTING = Set.of(Action.PLANT, Action.RECIPROCATE);
    private static final Set<Action> CHANGING = Set.of(Action.REWRITE, Action.WEAKEN);

    private final List<Decision> planned;
    private final List<Decision> decisions = new ArrayList<>();
    private int kept;

    private Hindsight(List<Decision> planned) {
        this.planned = planned;
    }

    /**
     * Tells it.
     *
     * @param pattern where the section stands
     * @param before the section as it stood; empty when there was none
     * @param after the section as it stands
     * @param planned what is planned now on what stood before, which is the answer if it comes to the same; null when nothing is
     */
    public static Revision of(
            Place pattern, Optional<GardenSection> before, GardenSection after, @Nullable Revision planned) {
        if (planned != null && values(planned.section()).equals(values(after))) {
            return planned;
        }
        Hindsight hindsight = new Hindsight(planned == null ? List.of() : planned.decisions());
        GardenSection stood = before.orElse(GardenSection.EMPTY);
        hindsight.tell(Kind.ENTITY, stood.entities(), after.entities());
        hindsight.tell(Kind.COMMUNITY, stood.communities(), after.communities());
        hindsight.tell(Kind.LINK, stood.links(), after.links());
        if (before.isEmpty()) {
            hindsight.decisions.add(0, Decision.section(Action.PLANT, Cause.SECTION_MISSING));
        } else if (hindsight.decisions.isEmpty()) {
            hindsight.decisions.add(Decision.section(Action.REFRESH, Cause.REFRESH_AGE));
        }
        return new Revision(
                pattern.slug(), pattern.repository(), pattern.path(), after, hindsight.decisions, hindsight.kept);
    }

    private static List<SectionEntry> values(GardenSection section) {
        return Stream.of(section.entities(), section.communities(), section.links())
                .flatMap(List::stream)
                .map(entry -> entry.at(Origin.NEW))
                .toList();
    }

    /** A pattern's slug, and its file. */
    public record Place(String slug, String repository, String path) {}

    private void tell(Kind kind, List<? extends SectionEntry> before, List<? extends SectionEntry> after) {
        Map<String, List<SectionEntry>> stood = new LinkedHashMap<>();
        before.forEach(entry ->
                stood.computeIfAbsent(entry.key(), any -> new ArrayList<>()).add(entry.at(Origin.NEW)));
        Map<String, SectionEntry> planted = new LinkedHashMap<>();
        for (SectionEntry entry : after) {
            List<SectionEntry> same = stood.getOrDefault(entry.key(), new ArrayList<>());
            if (same.remove(entry.at(Origin.NEW))) {
                kept++;
            } else if (same.isEmpty()) {
                planted.put(entry.key(), entry);
            } else {
                decide(CHANGING, Action.REWRITE, kind, entry.key(), same.remove(0), entry);
            }
        }
        stood.values()
                .forEach(left -> left.forEach(gone -> retargeted(kind, gone, planted)
                        .ifPresentOrElse(
                                decisions::add,
                                () -> decide(Set.of(Action.DROP), Action.DROP, kind, gone.key(), gone, null))));
        planted.values().forEach(entry -> decide(PLANTING, Action.PLANT, kind, entry.key(), null, entry));
    }

    /** A link that led to what is called otherwise now was not dropped; then what it became was not planted. */
    private Optional<Decision> retargeted(Kind kind, SectionEntry gone, Map<String, SectionEntry> planted) {
        return planned.stream()
                .filter(decision -> decision.action() == Action.RETARGET
                        && decision.kind() == kind
                        && decision.id().equals(gone.key())
                        && planted.remove(decision.detail()) != null)
                .findFirst();
    }

    private void decide(
            Set<Action> like,
            Action otherwise,
            Kind kind,
            String id,
            @Nullable SectionEntry before,
            @Nullable SectionEntry after) {
        Decision known = planned.stream()
                .filter(decision ->
                        decision.kind() == kind && decision.id().equals(id) && like.contains(decision.action()))
                .findFirst()
                .orElse(new Decision(otherwise, Cause.BROKEN_OFF, kind, id, "", null, null));
        decisions.add(
                new Decision(known.action(), known.cause(), kind, id, known.detail(), figure(before), figure(after)));
    }

    private static @Nullable Double figure(@Nullable SectionEntry entry) {
        OptionalDouble figure = OptionalDouble.empty();
        if (entry instanceof LinkEntry link) {
            figure = link.confidence();
        } else if (entry instanceof EntityEntry entity) {
            figure = entity.relevance();
        } else if (entry instanceof CommunityEntry community) {
            figure = community.confidence();
        }
        return Decision.figure(figure);
    }
}
