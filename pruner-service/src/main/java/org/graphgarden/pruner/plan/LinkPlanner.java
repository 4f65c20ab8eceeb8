package org.graphgarden.pruner.plan;

import static org.graphgarden.pruner.plan.Decision.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.jspecify.annotations.Nullable;

/** Decides about the links of one section: which stand, which go, which are planted. */
final class LinkPlanner {
    private final GardenState garden;
    private final Policy policy;
    private final SectionState section;
    private final Wishes wishes;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final boolean inferred;
    /** By index in the list; what is planted comes behind. */
    private final SortedMap<Integer, Decision> decisions = new TreeMap<>();

    private LinkPlanner(GardenState garden, Policy policy, SectionState section, @Nullable Enriched enriched) {
        this.garden = garden;
        this.policy = policy;
        this.section = section;
        this.wishes = garden.wishes(section.slug());
        this.inferred = enriched != null;
        if (enriched != null) {
            enriched.candidates().forEach(candidate -> candidates.putIfAbsent(candidate.target(), candidate));
        }
    }

    static Outcome<LinkEntry> plan(
            GardenState garden, Policy policy, SectionState section, @Nullable Enriched enriched) {
        return new LinkPlanner(garden, policy, section, enriched).plan();
    }

    private Outcome<LinkEntry> plan() {
        List<Standing> standing = standing();
        // Without inference nothing is known of a pair: then only what is wrong by itself goes.
        List<Standing> kept = inferred ? withinLimit(affirmed(standing)) : standing;
        SortedMap<Integer, LinkEntry> byIndex = new TreeMap<>(pinned());
        kept.forEach(link -> byIndex.put(link.index(), keepOrRewrite(link)));
        List<LinkEntry> links = new ArrayList<>(byIndex.values());
        plant(kept, links);
        return new Outcome<>(links, List.copyOf(decisions.values()));
    }

    /** The links that a steward edited, by their place: theirs to the last byte, down to a target that is gone. */
    private SortedMap<Integer, LinkEntry> pinned() {
        SortedMap<Integer, LinkEntry> pinned = new TreeMap<>();
        List<LinkEntry> links = section.section().links();
        for (int i = 0; i < links.size(); i++) {
            if (isPinned(links.get(i))) {
                pinned.put(i, links.get(i));
            }
        }
        return pinned;
    }

    private boolean isPinned(LinkEntry link) {
        return wishes.pins(Kind.LINK, link.target());
    }

    /** What the links that a steward edited point at. */
    private Set<String> pinnedTargets() {
        Set<String> targets = new HashSet<>();
        for (LinkEntry link : pinned().values()) {
            if (garden.resolve(link.target()) instanceof Target.Found found) {
                targets.add(found.slug());
            }
        }
        return targets;
    }

    /** The other links that are sound by themselves: of those that point at one pattern the first. */
    private List<Standing> standing() {
        List<Standing> standing = new ArrayList<>();
        Set<String> seen = pinnedTargets();
        for (int i = 0; i < section.section().links().size(); i++) {
            LinkEntry link = section.section().links().get(i);
            if (isPinned(link)) {
                continue;
            }
            if (link.target().isBlank()) {
                drop(i, Cause.NO_TARGET, "");
                continue;
            }
            Target target = garden.resolve(link.target());
            if (target instanceof Target.Gone gone) {
                drop(i, gone.cause(), gone.detail());
            } else if (target instanceof Target.Found found) {
                Cause fault = fault(found.slug(), seen, link.target());
                if (fault == null) {
                    seen.add(found.slug());
                    standing.add(new Standing(i, link, found));
                } else {
                    drop(i, fault, renamed(found));
                }
            }
        }
        return standing;
    }

    /** @param written how the link that stands here names its target; null when it is to be planted */
    private @Nullable Cause fault(String target, Set<String> seen, @Nullable String written) {
        if (target.equals(section.slug())) {
            return Cause.SELF_LINK;
        }
        if (seen.contains(target)) {
            return Cause.DUPLICATE;
        }
        if (garden.curated(section.slug(), target)) {
            return Cause.ALREADY_CURATED;
        }
        Candidate candidate = candidates.get(target);
        Double confidence = candidate == null ? null : candidate.confidence();
        return garden.rejected(section.slug(), target, written, confidence) ? Cause.REJECTED : null;
    }

    private List<Standing> affirmed(List<Standing> standing) {
        List<Standing> affirmed = new ArrayList<>();
        for (Standing link : standing) {
            Candidate candidate = candidates.get(link.slug());
            if (candidate == null) {
                drop(
                        link.index(),
                        Cause.BELOW_DROP_THRESHOLD,
                        join(renamed(link.target()), "not among the candidates"));
            } else if (candidate.confidence() < policy.thresholds().drop()) {
                drop(
                        link.index(),
                        Cause.BELOW_DROP_THRESHOLD,
                        join(renamed(link.target()), "now " + Figures.inFile(candidate.confidence())));
            } else {
                affirmed.add(link);
            }
        }
        return affirmed;
    }

    private List<Standing> withinLimit(List<Standing> affirmed) {
        List<Standing> ranked = affirmed.stream().sorted(byConfidence()).toList();
        int room = Math.max(0, policy.limits().linksPerPattern() - pinned().size());
        int limit = Math.min(room, ranked.size());
        for (Standing link : ranked.subList(limit, ranked.size())) {
            drop(link.index(), Cause.OVER_LIMIT, renamed(link.target()));
        }
        return ranked.subList(0, limit).stream()
                .sorted(Comparator.comparingInt(Standing::index))
                .toList();
    }

    private Comparator<Standing> byConfidence() {
        return Comparator.comparing(link -> candidates.get(link.slug()), Candidate.BEST_FIRST);
    }

    private LinkEntry keepOrRewrite(Standing link) {
        Candidate candidate = candidates.get(link.slug());
        Cause retarget = link.target().retarget();
        LinkEntry now = candidate == null
                ? link.entry().withTarget(link.slug())
                : written(candidate, link.entry().origin());
        if (retarget != null) {
            decide(link, Action.RETARGET, retarget, now, renamed(link.target()));
            return now;
        }
        Cause cause = candidate == null ? null : outdated(link, candidate);
        if (cause == null) {
            return link.entry();
        }
        decide(link, Action.REWRITE, cause, now, cause == Cause.TYPE_CHANGED ? "now " + now.type() : "");
        return now;
    }

    private @Nullable Cause outdated(Standing link, Candidate candidate) {
        LinkEntry entry = link.entry();
        if (!entry.type().equals(candidate.type())) {
            return Cause.TYPE_CHANGED;
        }
        if (Figures.moved(entry.confidence(), candidate.confidence())) {
            return Cause.CONFIDENCE_MOVED;
        }
        boolean sameReason = Quotes.oneLine(entry.reason()).equals(Quotes.oneLine(candidate.reason()));
        return !sameReason && Quotes.vanished(entry.reason(), section, garden.section(link.slug()))
                ? Cause.EVIDENCE_VANISHED
                : null;
    }

    private void plant(List<Standing> kept, List<LinkEntry> links) {
        Set<String> taken = pinnedTargets();
        kept.forEach(link -> taken.add(link.slug()));
        int index = section.section().links().size();
        for (Candidate candidate : candidates.values()) {
            if (links.size() >= policy.limits().linksPerPattern()
                    || candidate.confidence() < policy.thresholds().plant()) {
                return;
            }
            if (garden.section(candidate.target()) != null && fault(candidate.target(), taken, null) == null) {
                taken.add(candidate.target());
                LinkEntry link = written(candidate, Origin.NEW);
                links.add(link);
                decisions.put(index++, planted(link));
            }
        }
    }

    private static Decision planted(LinkEntry link) {
        return new Decision(
                Action.PLANT,
                Cause.ABOVE_PLANT_THRESHOLD,
                Kind.LINK,
                link.target(),
                "",
                null,
                figure(link.confidence()));
    }

    private void drop(int index, Cause cause, String detail) {
        decisions.put(index, Decision.drop(cause, section.section().links().get(index), detail));
    }

    private void decide(Standing link, Action action, Cause cause, LinkEntry now, String detail) {
        LinkEntry was = link.entry();
        decisions.put(
                link.index(),
                new Decision(
                        action,
                        cause,
                        Kind.LINK,
                        was.target(),
                        detail,
                        figure(was.confidence()),
                        figure(now.confidence())));
    }

    private static LinkEntry written(Candidate candidate, Origin origin) {
        return new LinkEntry(
                candidate.target(),
                candidate.type(),
                OptionalDouble.of(Figures.inFile(candidate.confidence())),
                Quotes.oneLine(candidate.reason()),
                origin);
    }

    private static String renamed(Target.Found target) {
        return target.retarget() == null ? "" : "now " + target.slug();
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : first + "; " + second;
    }

    /** A link of the section whose target exists. */
    private record Standing(int index, LinkEntry entry, Target.Found target) {
        String slug() {
            return target.slug();
        }
    }
}
