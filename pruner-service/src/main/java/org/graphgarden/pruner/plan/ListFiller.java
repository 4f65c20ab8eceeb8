package org.graphgarden.pruner.plan;

import static org.graphgarden.pruner.plan.Decision.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.SectionEntry;
import org.graphgarden.pruner.community.CanonicalName;
import org.graphgarden.pruner.community.Communities;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a list of named entries, entities or communities: what stands there stays as it is unless a named cause
 * removes it, and the list is filled up to its limit.
 */
final class ListFiller<T extends SectionEntry> {
    private final Decisions decisions;
    private final Kind kind;
    private final Function<T, Named> naming;
    private final Function<T, T> inFile;
    private final Function<T, Cause> reason;
    private final Predicate<T> isBare;
    private final UnaryOperator<T> asBare;

    private ListFiller(
            Decisions decisions,
            Kind kind,
            Function<T, Named> naming,
            Function<T, T> inFile,
            Function<T, Cause> reason,
            Predicate<T> isBare,
            UnaryOperator<T> asBare) {
        this.decisions = decisions;
        this.kind = kind;
        this.naming = naming;
        this.inFile = inFile;
        this.reason = reason;
        this.isBare = isBare;
        this.asBare = asBare;
    }

    static ListFiller<EntityEntry> entities(Decisions decisions) {
        return new ListFiller<>(
                decisions,
                Kind.ENTITY,
                entity -> new Named(entity.id(), entity.label(), entity.relevance()),
                entity -> entity.withRelevance(Figures.inFile(entity.relevance().orElse(0))),
                entity -> Cause.ROOM_IN_LIST,
                EntityEntry::isBare,
                EntityEntry::asBare);
    }

    static ListFiller<CommunityEntry> communities(Decisions decisions) {
        return new ListFiller<>(
                decisions,
                Kind.COMMUNITY,
                community -> new Named(community.id(), community.label(), community.confidence()),
                community -> community.withConfidence(
                        Figures.inFile(community.confidence().orElse(0))),
                community -> community.source().equals(Communities.TAXONOMY)
                        ? Cause.IN_TAXONOMY_DOMAIN
                        : Cause.BELONGS_TO_COMMUNITY,
                CommunityEntry::isBare,
                CommunityEntry::asBare);
    }

    Outcome<T> fill(List<T> now, List<T> offered, int limit, Set<String> absentNames, Wishes wishes) {
        List<T> entries = new ArrayList<>();
        List<Decision> made = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (T entry : now) {
            Named named = naming.apply(entry);
            Cause fault = !decisions.drops() || wishes.pins(kind, entry.key())
                    ? null
                    : standingFault(entry, ids, absentNames, wishes);
            if (fault == null) {
                entries.add(entry);
                ids.add(named.id());
                names.addAll(named.canonical());
            } else {
                made.add(decision(Action.DROP, fault, named, figure(named.weight()), null));
            }
        }
        names.addAll(rejectedNames(wishes));
        boolean bare = !now.isEmpty() && now.stream().allMatch(isBare);
        for (T entry : bestFirst(offered)) {
            Named named = naming.apply(entry);
            boolean known = named.canonical().stream().anyMatch(names::contains);
            if (decisions.plants() && entries.size() < limit && !known && fault(named, ids, absentNames) == null) {
                // A list of bare strings takes no more than the name: what the file will not say must not count, or the
                // next
                // cycle would see another garden than this one planned.
                T written = bare ? asBare.apply(entry) : entry;
                entries.add(written);
                ids.add(naming.apply(written).id());
                names.addAll(naming.apply(written).canonical());
                made.add(decision(Action.PLANT, reason.apply(entry), named, null, figure(named.weight())));
            }
        }
        return new Outcome<>(entries, made);
    }

    private @Nullable Cause standingFault(T entry, Set<String> ids, Set<String> absentNames, Wishes wishes) {
        Cause fault = fault(naming.apply(entry), ids, absentNames);
        return fault == null && wishes.rejects(kind, entry.key()) ? Cause.REJECTED : fault;
    }

    /** Whatever its spelling, what a steward rejected counts as there already. */
    private Set<String> rejectedNames(Wishes wishes) {
        Set<String> names = new HashSet<>();
        wishes.rejected().stream()
                .filter(ref -> ref.kind() == kind)
                .forEach(ref -> names.addAll(new Named(ref.id(), "", OptionalDouble.empty()).canonical()));
        return names;
    }

    private static @Nullable Cause fault(Named named, Set<String> ids, Set<String> absentNames) {
        if (!named.id().isBlank() && ids.contains(named.id())) {
            return Cause.DUPLICATE_ID;
        }
        return absentNames.contains(named.id()) ? Cause.NAME_NOT_IN_TEXT : null;
    }

    private List<T> bestFirst(List<T> offered) {
        Comparator<T> byWeight = Comparator.comparingDouble(
                entry -> -naming.apply(entry).weight().orElse(0));
        return offered.stream()
                .sorted(byWeight.thenComparing(entry -> naming.apply(entry).id()))
                .map(inFile)
                .toList();
    }

    private Decision decision(
            Action action, Cause cause, Named named, @Nullable Double before, @Nullable Double after) {
        String id = named.id().isBlank() ? named.label() : named.id();
        return new Decision(action, cause, kind, id, "", before, after);
    }

    /** What two entries are told apart by. */
    private record Named(String id, String label, OptionalDouble weight) {
        Set<String> canonical() {
            Set<String> names = new HashSet<>();
            names.add(CanonicalName.of(id));
            names.add(CanonicalName.of(label));
            names.remove("");
            return names;
        }
    }
}
