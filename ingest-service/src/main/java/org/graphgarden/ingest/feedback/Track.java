package org.graphgarden.ingest.feedback;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.graphgarden.events.EntryKind;
import org.graphgarden.ingest.feedback.Maker.By;
import org.graphgarden.ingest.read.SectionRef;
import org.jspecify.annotations.Nullable;

/**
 * One pattern into which Graph Garden wrote, as of one commit.
 *
 * @param slug its slug, or its last one
 * @param id its id, or empty
 * @param body hash of its text
 * @param path where it stands, or stood last
 * @param presence whether a file that can be read stands there; otherwise everything is as it was last seen
 * @param section the section as a whole
 * @param entries the entries that Graph Garden had a hand in
 * @param curated who brought each target of its curated relationships
 */
record Track(
        String slug,
        String id,
        String body,
        String path,
        Presence presence,
        Trail section,
        SortedMap<SectionRef, Trail> entries,
        SortedMap<String, Maker> curated)
        implements Slot {

    Track {
        entries = Collections.unmodifiableSortedMap(entries);
        curated = Collections.unmodifiableSortedMap(curated);
    }

    /** A pattern just before Graph Garden writes into it for the first time. */
    static Track begin(String path, Sketch before) {
        SortedMap<String, Maker> curated = new TreeMap<>();
        before.curated().forEach(target -> curated.put(target, Maker.NOBODY));
        return new Track(
                before.slug(),
                before.id(),
                before.body(),
                path,
                Presence.HERE,
                Trail.begin(before.section()),
                new TreeMap<>(),
                curated);
    }

    /** What became of the file. */
    enum Presence {
        /** It can be read. */
        HERE,
        /** It stands there, but what its section says cannot be told. */
        UNCLEAR,
        /** It is gone. */
        GONE
    }

    boolean present() {
        return presence == Presence.HERE;
    }

    /** The file is gone, or cannot be read. */
    Track away(Presence how) {
        return new Track(slug, id, body, path, how, section, entries, curated);
    }

    Track withEntry(SectionRef ref, Trail trail) {
        SortedMap<SectionRef, Trail> next = new TreeMap<>(entries);
        next.put(ref, trail);
        return new Track(slug, id, body, path, presence, section, next, curated);
    }

    Track withSection(Trail next) {
        return new Track(slug, id, body, path, presence, next, entries, curated);
    }

    Track withCurated(SortedMap<String, Maker> next) {
        return new Track(slug, id, body, path, presence, section, entries, next);
    }

    /**
     * Graph Garden wrote into the file: from now on every entry that it touched is followed.
     *
     * @param before the file as it was
     */
    Track touched(Sketch before, Sketch after) {
        SortedMap<SectionRef, Trail> next = new TreeMap<>(entries);
        SortedMap<SectionRef, Value> all = new TreeMap<>(before.entries());
        all.putAll(after.entries());
        for (SectionRef ref : all.keySet()) {
            Value was = before.entries().get(ref);
            if (was == null || !was.equals(after.entries().get(ref))) {
                next.putIfAbsent(ref, Trail.begin(was));
            }
        }
        return new Track(slug, id, body, path, presence, section, next, curated);
    }

    /**
     * A commit holds the file so.
     *
     * @param successor the slug that a former slug became, or the slug itself
     */
    Track seen(String at, Sketch now, Maker by, UnaryOperator<String> successor) {
        // Who writes a deleted pattern anew does not take out what the old file held.
        Maker taker = presence == Presence.GONE && now.section() == null ? by.forgetting() : by;
        SortedMap<SectionRef, Trail> followed = Links.followed(entries, now, successor);
        SortedMap<SectionRef, Trail> next = new TreeMap<>();
        followed.forEach((ref, trail) -> next.put(ref, trail.seen(now.entries().get(ref), taker)));
        SortedMap<String, Maker> brought = new TreeMap<>();
        now.curated().forEach(target -> brought.put(target, curated.getOrDefault(target, by)));
        Links.settleCurated(next, entries, curated, brought, by);
        Trail whole = section.seen(now.section(), taker);
        if (invitesBack(now)) {
            next.replaceAll((ref, trail) -> cleared(trail, by));
            whole = whole.standing() ? whole : whole.forgotten(by);
        }
        SortedMap<SectionRef, Trail> kept = next.equals(entries) ? entries : next;
        SortedMap<String, Maker> known = brought.equals(curated) ? curated : brought;
        return new Track(now.slug(), now.id(), now.body(), at, Presence.HERE, whole, kept, known);
    }

    /** A steward who had opted out and now leaves room for a section means to begin anew. */
    private boolean invitesBack(Sketch now) {
        Value after = now.section();
        boolean moved = after == null ? section.standing() : !after.equals(section.state());
        return optOut() != null
                && moved
                && !Value.FALSE.equals(after)
                && now.entries().isEmpty();
    }

    /** What went with the section is not what somebody rejected. */
    private Trail cleared(Trail trail, Maker by) {
        return !trail.standing() && section.awayBy(trail.maker()) ? trail.forgotten(by) : trail;
    }

    /**
     * A steward lets an entry be forgotten, or all that went with the section.
     *
     * @param here whether the file is the one that the steward had: what it says itself stays said
     */
    Track forgotten(SectionRef ref, Maker by, boolean here) {
        if (ref.kind() == EntryKind.SECTION) {
            if (here && Value.FALSE.equals(section.state())) {
                return this;
            }
            SortedMap<SectionRef, Trail> next = new TreeMap<>(entries);
            next.replaceAll((each, trail) -> cleared(trail, by));
            return new Track(slug, id, body, path, presence, section.forgotten(by), next, curated);
        }
        Trail trail = entries.get(ref);
        return trail == null ? this : withEntry(ref, trail.forgotten(by));
    }

    /** Two views of one pattern at a merge, each from one parent. */
    static Track merge(Track one, Track other, Maker merge) {
        if (one.present() != other.present()) {
            return one.present() ? one : other;
        }
        SortedMap<SectionRef, Trail> entries = new TreeMap<>(one.entries);
        other.entries.forEach((ref, trail) -> entries.merge(ref, trail, (a, b) -> Trail.merge(a, b, merge)));
        SortedMap<String, Maker> curated = new TreeMap<>(one.curated);
        other.curated.forEach((target, maker) ->
                curated.merge(target, maker, (a, b) -> a.is(merge) || (a.by() != By.STEWARD && !b.is(merge)) ? b : a));
        Trail section = Trail.merge(one.section, other.section, merge);
        return new Track(one.slug, one.id, one.body, one.path, one.presence, section, entries, curated);
    }

    /** Whether a file with this slug and id may be the same pattern come back. */
    boolean mayBe(Sketch file) {
        return slug.equals(file.slug())
                ? id.isEmpty() || file.id().isEmpty() || id.equals(file.id())
                : !id.isEmpty() && id.equals(file.id());
    }

    /** What a steward decided on the whole section; null when nothing. */
    @Nullable Trail optOut() {
        if (Value.FALSE.equals(section.state())) {
            return section;
        }
        boolean ours = Value.PRESENT.equals(section.proposal());
        boolean reverted = ours && section.maker().reverts();
        return section.state() == null && section.speaks() && !reverted ? section : null;
    }
}
