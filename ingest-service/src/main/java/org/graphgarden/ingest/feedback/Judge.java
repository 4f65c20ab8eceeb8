package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.Verdict;
import org.graphgarden.ingest.feedback.Maker.By;
import org.graphgarden.ingest.feedback.Track.Presence;
import org.graphgarden.ingest.read.SectionRef;
import org.jspecify.annotations.Nullable;

/** Says what holds at the head of the followed branch, having heard Graph Garden's own branches. */
final class Judge {

    private static final Comparator<Feedback> ORDER =
            Comparator.comparing(Feedback::kind).thenComparing(Feedback::id);

    private final Snapshot head;
    private final PatternNames names;
    private final Function<String, @Nullable Sketch> files;
    private final SortedMap<String, Track> tracks = new TreeMap<>();

    /** @param files what the file at a path says at the head; null when there is no pattern */
    Judge(Snapshot head, PatternNames names, Function<String, @Nullable Sketch> files) {
        this.head = head;
        this.names = names;
        this.files = files;
        for (String slug : names.ids().keySet()) {
            Track track = head.track(slug);
            // A slip in a section takes back nothing that was said before.
            boolean slipped = track != null
                    && track.presence() == Presence.UNCLEAR
                    && track.id().equals(names.id(slug));
            if (track != null && (track.present() || slipped)) {
                tracks.put(slug, track);
            }
        }
    }

    /** A branch of Graph Garden's own speaks by what stewards did there, and the head does not know of yet. */
    void hear(Snapshot branch) {
        for (String slug : branch.differences(head)) {
            Track there = branch.track(slug);
            String here = names.has(slug) ? slug : head.successor(slug);
            if (there != null && there.presence() != Presence.GONE && names.has(here)) {
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
    private Track blank(String slug, Track there) {
        Sketch file = file(slug, there.path());
        return new Track(
                slug,
                there.id(),
                there.body(),
                there.path(),
                Presence.HERE,
                Trail.begin(file == null ? null : file.section()),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private Track heard(Track here, Track there) {
        Trail section = heard(here.section(), there.section());
        Track heard = here.withSection(section);
        SortedMap<String, Maker> curated = new TreeMap<>(here.curated());
        for (Map.Entry<SectionRef, Trail> entry : there.entries().entrySet()) {
            SectionRef ref = entry.getKey();
            Trail other = entry.getValue();
            Trail own = here.entries().get(ref);
            boolean went = section != there.section()
                    && !other.standing()
                    && there.section().awayBy(other.maker());
            Trail chosen = went ? own : heard(own == null ? Trail.begin(standing(here, ref)) : own, other);
            if (chosen == other && other.maker().by() == By.STEWARD) {
                heard = heard.withEntry(ref, other);
                curated.putAll(promoted(here, there, ref.key()));
            }
        }
        return heard.withCurated(curated);
    }

    /** A relationship counts with the link that became it. */
    private Map<String, Maker> promoted(Track here, Track there, String key) {
        Map<String, Maker> promoted = new HashMap<>();
        for (String name : names(key)) {
            Maker maker =
                    here.curated().containsKey(name) ? null : there.curated().get(name);
            if (maker != null) {
                promoted.put(name, maker);
            }
        }
        return promoted;
    }

    /** How an entry stands at the head of which nothing is known but that. */
    private @Nullable Value standing(Track here, SectionRef ref) {
        Sketch file = file(here.slug(), here.path());
        return file == null ? null : file.entries().get(ref);
    }

    private @Nullable Sketch file(String slug, String path) {
        Sketch file = files.apply(path);
        return file != null && file.slug().equals(slug) ? file : null;
    }

    private static Trail heard(Trail here, Trail there) {
        if (there.maker().by() != By.STEWARD || here.follows(there)) {
            return here;
        }
        return there.follows(here) || (there.speaks() && !changed(here, there)) ? there : here;
    }

    /** Whether somebody but us did something to an entry at the head that a branch does not know of. */
    private static boolean changed(Trail here, Trail there) {
        if (!here.isRoot()) {
            return here.maker().by() != By.GARDEN;
        }
        Value now = here.state();
        return now != null
                && !now.equals(there.state())
                && !now.equals(there.root().state());
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
        String target = living(ref.key());
        Trail other = target.equals(ref.key()) ? null : track.entries().get(new SectionRef(ref.kind(), target));
        if (target.equals(slug) || (other != null && (other.standing() || other.speaks()))) {
            return null;
        }
        if (!target.equals(ref.key()) && standing(track, new SectionRef(ref.kind(), target)) != null) {
            return null;
        }
        Maker promoter = promoter(track, ref.key());
        return promoter == null
                ? feedback(ref.kind(), target, Verdict.REJECTED, confidence, trail.maker())
                : feedback(
                        ref.kind(),
                        target,
                        Verdict.PROMOTED,
                        null,
                        promoter.by() == By.STEWARD ? promoter : trail.maker());
    }

    /** The slug under which a link's target lives at the head, if it does. */
    private String living(String target) {
        return names.has(target) ? target : head.successor(target);
    }

    /** What relationships may call a link's target. */
    private List<String> names(String key) {
        String target = living(key);
        return Stream.of(target, key, names.id(target))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Who brought a target into the curated relationships, under any of its names; null when it is not there. */
    private @Nullable Maker promoter(Track track, String key) {
        for (String name : names(key)) {
            Maker maker = track.curated().get(name);
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
