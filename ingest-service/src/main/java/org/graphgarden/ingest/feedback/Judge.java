package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Verdict;
import org.graphgarden.ingest.feedback.Maker.By;
import org.graphgarden.ingest.read.SectionRef;
import org.jspecify.annotations.Nullable;

/** Says what holds at the head of the followed branch, having heard Graph Garden's own branches. */
final class Judge {

    private static final Comparator<Feedback> ORDER =
            Comparator.comparing(Feedback::kind).thenComparing(Feedback::id);

    private final Snapshot head;
    private final PatternNames names;
    private final SortedMap<String, Track> tracks = new TreeMap<>();

    Judge(Snapshot head, PatternNames names) {
        this.head = head;
        this.names = names;
        for (String slug : names.ids().keySet()) {
            Track track = head.track(slug);
            if (track != null && track.present()) {
                tracks.put(slug, track);
            }
        }
    }

    /** A branch of Graph Garden's own speaks by what stewards did there, and the head does not know of yet. */
    void hear(Snapshot branch) {
        for (String slug : branch.differences(head)) {
            Track there = branch.track(slug);
            String here = names.has(slug) ? slug : head.successor(slug);
            if (there != null && there.present() && names.has(here)) {
                Track known = tracks.get(here);
                Track heard = heard(known == null ? blank(here, there) : known, there);
                if (known != null
                        || !heard.entries().isEmpty()
                        || heard.section().speaks()) {
                    tracks.put(here, heard);
                }
            }
        }
    }

    /** What holds of every pattern. */
    RepositoryFeedback verdicts() {
        SortedMap<String, List<Feedback>> verdicts = new TreeMap<>();
        tracks.forEach((slug, track) -> {
            List<Feedback> found = verdicts(slug, track);
            if (!found.isEmpty()) {
                verdicts.put(slug, found);
            }
        });
        return new RepositoryFeedback(verdicts);
    }

    /** A pattern of the head that only a branch of ours wrote into. */
    private static Track blank(String slug, Track there) {
        return new Track(
                slug,
                there.id(),
                there.body(),
                there.path(),
                true,
                Trail.begin(there.section().state()),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static Track heard(Track here, Track there) {
        Track heard = here.withSection(heard(here.section(), there.section()));
        for (SectionRef ref : there.entries().keySet()) {
            Trail other = there.entries().get(ref);
            Trail own = here.entries().get(ref);
            if (other != null && (own != null || other.maker().by() == By.STEWARD)) {
                heard = heard.withEntry(ref, own == null ? other : heard(own, other));
            }
        }
        SortedMap<String, Maker> curated = new TreeMap<>(there.curated());
        curated.putAll(here.curated());
        return heard.withCurated(curated);
    }

    private static Trail heard(Trail here, Trail there) {
        if (there.maker().by() != By.STEWARD || here.follows(there)) {
            return here;
        }
        return there.follows(here) || (!here.speaks() && there.speaks()) ? there : here;
    }

    private List<Feedback> verdicts(String slug, Track track) {
        Trail away = track.optOut();
        SortedMap<SectionRef, Feedback> found = new TreeMap<>();
        track.entries().forEach((ref, trail) -> {
            Feedback verdict = trail.speaks() ? verdict(slug, track, ref, trail) : null;
            if (verdict != null && (away == null || verdict.verdict() == Verdict.PROMOTED)) {
                found.putIfAbsent(new SectionRef(verdict.kind(), verdict.id()), verdict);
            }
        });
        List<Feedback> verdicts = new ArrayList<>(found.values());
        if (away != null) {
            verdicts.add(feedback(EntryKind.SECTION, "", Verdict.OPTED_OUT, null, away.maker()));
        }
        verdicts.sort(ORDER);
        return List.copyOf(verdicts);
    }

    private @Nullable Feedback verdict(String slug, Track track, SectionRef ref, Trail trail) {
        if (trail.standing()) {
            return feedback(ref.kind(), ref.key(), Verdict.PINNED, null, trail.maker());
        }
        Double confidence = trail.lost() == null ? null : trail.lost().confidence();
        if (ref.kind() != EntryKind.LINK) {
            return feedback(ref.kind(), ref.key(), Verdict.REJECTED, confidence, trail.maker());
        }
        UnaryOperator<String> living = target -> names.has(target) ? target : head.successor(target);
        String target = living.apply(ref.key());
        Trail other = target.equals(ref.key()) ? null : track.entries().get(new SectionRef(ref.kind(), target));
        if (target.equals(slug) || (other != null && (other.standing() || other.speaks()))) {
            return null;
        }
        Maker promoter = promoter(track, ref.key(), target);
        return promoter == null
                ? feedback(ref.kind(), target, Verdict.REJECTED, confidence, trail.maker())
                : feedback(
                        ref.kind(),
                        target,
                        Verdict.PROMOTED,
                        null,
                        promoter.by() == By.STEWARD ? promoter : trail.maker());
    }

    /** Who brought a target into the curated relationships, under any of its names; null when it is not there. */
    private @Nullable Maker promoter(Track track, String old, String target) {
        for (String name : List.of(target, old, names.id(target))) {
            Maker maker = name.isEmpty() ? null : track.curated().get(name);
            if (maker != null) {
                return maker;
            }
        }
        return null;
    }

    private static Feedback feedback(
            EntryKind kind, String id, Verdict verdict, @Nullable Double confidence, Maker maker) {
        return new Feedback(kind, id, verdict, confidence, maker.commit(), maker.author(), maker.time());
    }
}
