package org.graphgarden.ingest.feedback;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Every pattern that Graph Garden wrote into, as of one commit. Never changed. */
final class Snapshot {

    private final Directory directory;
    private final Shelf<Slot> slots;
    private final int away;

    private Snapshot(Directory directory, Shelf<Slot> slots, int away) {
        this.directory = directory;
        this.slots = slots;
        this.away = away;
    }

    /** Of a commit that no garden commit lies behind. */
    static Snapshot empty(Directory directory) {
        return new Snapshot(directory, Shelf.empty(), 0);
    }

    /** What became of a slug, or null. */
    @Nullable Slot slot(String slug) {
        int number = directory.find(slug);
        return number < 0 ? null : slots.get(number);
    }

    @Nullable Track track(String slug) {
        return slot(slug) instanceof Track track ? track : null;
    }

    /** The pattern whose file stands at a path, or null. */
    @Nullable Track at(String path) {
        for (String slug : directory.slugsAt(path)) {
            Track track = track(slug);
            if (track != null && track.present() && track.path().equals(path)) {
                return track;
            }
        }
        return null;
    }

    /** The pattern with this id that is away, when there is just one. */
    @Nullable Track awayWithId(String id) {
        Track found = null;
        for (String slug : directory.slugsWithId(id)) {
            Track track = track(slug);
            if (track != null && !track.present() && track.id().equals(id)) {
                if (found != null) {
                    return null;
                }
                found = track;
            }
        }
        return found;
    }

    /** Whether some pattern has no file now. */
    boolean someAway() {
        return away > 0;
    }

    Snapshot with(Track track) {
        directory.note(track);
        return with(track.slug(), track);
    }

    Snapshot moved(String slug, String to) {
        return with(slug, new Slot.Moved(to));
    }

    /** The slug under which the pattern of a slug lives on by the renames that were seen; often the slug itself. */
    String successor(String slug) {
        Set<String> met = new HashSet<>();
        String at = slug;
        while (met.add(at) && slot(at) instanceof Slot.Moved moved) {
            at = moved.to();
        }
        return at;
    }

    /** Slots that differ from another commit's. */
    Set<String> differences(Snapshot other) {
        Set<String> slugs = new TreeSet<>();
        IntConsumer told = number -> slugs.add(directory.slug(number));
        slots.differences(other.slots, told);
        return slugs;
    }

    /** What a merge makes of two views of it, each from one parent. */
    static Snapshot merge(Snapshot one, Snapshot other, Maker merge) {
        Snapshot merged = one;
        for (String slug : one.differences(other)) {
            Slot left = one.slot(slug);
            Slot right = other.slot(slug);
            if (right instanceof Track track) {
                merged = merged.mergedWith(left, track, merge);
            } else if (right instanceof Slot.Moved moved && !(left instanceof Track track && track.present())) {
                merged = merged.moved(slug, moved.to());
            }
        }
        return merged;
    }

    private Snapshot mergedWith(@Nullable Slot left, Track right, Maker merge) {
        if (left instanceof Track track) {
            return with(Track.merge(track, right, merge));
        }
        return left == null || right.present() ? with(right) : this;
    }

    private Snapshot with(String slug, Slot slot) {
        int number = directory.number(slug);
        int change = awayIn(slot) - awayIn(slots.get(number));
        return new Snapshot(directory, slots.with(number, slot), away + change);
    }

    private static int awayIn(@Nullable Slot slot) {
        return slot instanceof Track track && !track.present() ? 1 : 0;
    }
}
