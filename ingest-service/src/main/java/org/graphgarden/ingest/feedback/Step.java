package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.graphgarden.git.TreeChange;
import org.graphgarden.ingest.feedback.CommitWords.Forget;
import org.graphgarden.ingest.read.SectionRef;
import org.jspecify.annotations.Nullable;

/**
 * What one commit makes of one of its parents. Of the files it changed it reads those that it edited, for their patterns may have
 * another slug now, and those that came or went where they may be each other's other half, or are Graph Garden's doing.
 */
final class Step {

    private final Snapshot from;
    private final Maker by;
    private final boolean plants;
    private final Function<String, @Nullable Sketch> read;
    private final List<Standing> standing = new ArrayList<>();
    private final List<Track> gone = new ArrayList<>();
    private final List<Track> unclear = new ArrayList<>();
    private final List<Sketch> went = new ArrayList<>();
    private final List<TreeChange> deleted = new ArrayList<>();
    private final List<TreeChange> candidates = new ArrayList<>();
    private final List<Came> came = new ArrayList<>();
    private Snapshot next;

    private Step(Snapshot from, Maker by, boolean plants, Function<String, @Nullable Sketch> read) {
        this.from = from;
        this.by = by;
        this.plants = plants;
        this.read = read;
        this.next = from;
    }

    /** A file whose pattern is known, as this commit holds it. */
    private record Standing(Track track, TreeChange change, Sketch now) {}

    /** A file whose pattern is not known yet. */
    private record Came(TreeChange change, Sketch now) {}

    /**
     * @param by the commit
     * @param plants whether what it adds to sections is Graph Garden's: it is a garden commit and no merge
     * @param read what a blob says; null when it is no pattern
     */
    static Snapshot of(
            Snapshot from,
            List<TreeChange> changes,
            Maker by,
            boolean plants,
            Function<String, @Nullable Sketch> read) {
        Step step = new Step(from, by, plants, read);
        changes.forEach(step::sort);
        step.readCandidates();
        step.pair();
        step.gone.forEach(track -> step.next = step.next.with(
                track.away(step.unclear.contains(track) ? Track.Presence.UNCLEAR : Track.Presence.GONE)));
        step.standing.forEach(step::observe);
        return step.next;
    }

    /**
     * Lets a commit's message speak.
     *
     * @param here whether it speaks of the files as they are here, so that what they say themselves stays said
     */
    static Snapshot forget(Snapshot from, List<Forget> forgets, Maker by, boolean here) {
        Snapshot next = from;
        for (Forget forget : forgets) {
            Track track = next.track(next.successor(forget.slug()));
            if (track != null) {
                Snapshot known = next;
                Track forgotten = track.forgotten(forget.entry(), by, here);
                for (SectionRef ref : track.entries().keySet()) {
                    boolean renamed = ref.kind() == forget.entry().kind()
                            && !ref.equals(forget.entry())
                            && known.successor(ref.key()).equals(forget.entry().key());
                    forgotten = renamed ? forgotten.forgotten(ref, by, here) : forgotten;
                }
                next = next.with(forgotten);
            }
        }
        return next;
    }

    private void sort(TreeChange change) {
        Track track = from.at(change.path());
        Sketch now = track == null || change.after() == null ? null : read.apply(change.after());
        if (track == null) {
            (change.after() == null ? deleted : candidates).add(change);
        } else if (now != null && now.clear() && now.slug().equals(track.slug())) {
            standing.add(new Standing(track, change, now));
        } else {
            gone.add(track);
            if (now != null && !now.slug().equals(track.slug())) {
                came.add(new Came(change, now));
            } else if (change.after() != null) {
                unclear.add(track);
            }
        }
    }

    private void readCandidates() {
        boolean looking = plants || !gone.isEmpty() || !deleted.isEmpty() || from.someAway();
        for (TreeChange change : candidates) {
            Sketch now = looking || change.before() != null ? any(change.after()) : null;
            if (now != null) {
                Sketch was = any(change.before());
                boolean renamed = was != null && !was.slug().equals(now.slug());
                if (plants || was == null || renamed || (now.clear() && !was.clear())) {
                    came.add(new Came(change, now));
                }
                if (renamed) {
                    went.add(was);
                }
            }
        }
    }

    private @Nullable Sketch any(@Nullable String blob) {
        return blob == null ? null : read.apply(blob);
    }

    /** What a file said before; nothing when that cannot be told. */
    private Sketch before(TreeChange change) {
        Sketch was = any(change.before());
        return was == null || !was.clear() ? Sketch.NOTHING : was;
    }

    /** Finds what became of the files that went: the same slug elsewhere, else the same id, else the same text. */
    private void pair() {
        Set<String> taken = new HashSet<>();
        Map<String, Came> ids = unique(came, file -> file.now().id());
        Map<String, Came> bodies = unique(came, file -> file.now().body());
        for (Came file : came) {
            Track held = from.track(file.now().slug());
            boolean free = held == null || !held.present() || gone.contains(held);
            if (file.now().clear() && free && taken.add(file.now().slug())) {
                Track before = before(file, held, ids, bodies);
                if (before != null) {
                    move(before, file);
                } else if (plants) {
                    Track begun = Track.begin(file.change().path(), before(file.change()));
                    standing.add(new Standing(begun, file.change(), file.now()));
                }
            }
        }
        noteRenamesOfOthers(ids, bodies);
    }

    private @Nullable Track before(Came file, @Nullable Track held, Map<String, Came> ids, Map<String, Came> bodies) {
        if (held != null && (gone.contains(held) || held.mayBe(file.now()))) {
            return held;
        }
        if (ids.get(file.now().id()) == file) {
            Track went = only(gone, track -> track.id().equals(file.now().id()));
            Track away = went == null ? from.awayWithId(file.now().id()) : went;
            if (away != null) {
                return away;
            }
        }
        return bodies.get(file.now().body()) == file
                ? only(gone, track -> track.body().equals(file.now().body()))
                : null;
    }

    private void move(Track before, Came file) {
        gone.remove(before);
        if (!before.slug().equals(file.now().slug())) {
            next = next.moved(before.slug(), file.now().slug());
        }
        standing.add(new Standing(before, file.change(), file.now()));
    }

    /** Patterns that Graph Garden did not write into may be what links point at. */
    private void noteRenamesOfOthers(Map<String, Came> ids, Map<String, Came> bodies) {
        if (came.isEmpty()) {
            return;
        }
        for (TreeChange change : deleted) {
            Sketch was = any(change.before());
            if (was != null) {
                went.add(was);
            }
        }
        went.removeIf(was -> came.stream().anyMatch(file -> file.now().slug().equals(was.slug())));
        for (Sketch was : went) {
            Came heir = ids.getOrDefault(was.id(), bodies.get(was.body()));
            if (heir != null && !heir.now().slug().equals(was.slug()) && next.slot(was.slug()) == null) {
                next = next.moved(was.slug(), heir.now().slug());
            }
        }
    }

    private void observe(Standing file) {
        Track track = file.track();
        if (plants) {
            track = track.touched(before(file.change()), file.now());
        }
        next = next.with(track.seen(file.change().path(), file.now(), by, next::successor));
    }

    private static @Nullable Track only(List<Track> tracks, java.util.function.Predicate<Track> chosen) {
        List<Track> found = tracks.stream().filter(chosen).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Files by a mark that only one of them bears. */
    private static Map<String, Came> unique(List<Came> files, Function<Came, String> mark) {
        Map<String, Came> unique = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Came file : files) {
            String value = mark.apply(file);
            if (value.isEmpty() || unique.put(value, file) != null) {
                shared.add(value);
            }
        }
        unique.keySet().removeAll(shared);
        return unique;
    }
}
