package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.PushClosed;
import org.graphgarden.inference.stream.Cuts.Whole;

/**
 * Moves gardens on from cut to cut. What has come whole while a garden was being inferred is applied at once, so that pushes may come
 * faster than a garden is inferred; only a push of many is placed by itself, in slices.
 */
final class Advance {
    /** Profiles of a large push that are placed between two looks at the clock. */
    private static final int PART = 64;

    private final GardenStores stores;
    private final OpenGardens gardens;
    private final Cuts cuts;
    private final Epochs epochs;
    private final EpochRule rule;

    Advance(GardenStores stores, OpenGardens gardens, Cuts cuts, Epochs epochs, EpochRule rule) {
        this.stores = stores;
        this.gardens = gardens;
        this.cuts = cuts;
        this.epochs = epochs;
        this.rule = rule;
    }

    /**
     * Whether somebody waits for a push that is not applied yet. Then what is stale need not be worked off first. It stays exact:
     * what is not marked stale is as if inferred at the present cut, whatever else waits.
     */
    boolean isHurried(String garden) {
        return stores.placing.get(garden) == null
                && scan(stores.requests, key(garden, "")).stream()
                        .anyMatch(request -> !cuts.hasSeen(garden, request.value.getAfter()));
    }

    /** Applies what is ready, or begins to; false when nothing is, or the garden is still being opened. */
    boolean next(String garden) {
        List<Whole> ready = cuts.ready(garden);
        if (ready.isEmpty()) {
            return false;
        }
        Whole first = ready.get(0);
        if (first.push().getChanges() > rule.most()) {
            stores.cuts.putIfAbsent(garden, cuts.empty(garden));
            stores.placing.put(garden, first.key());
            return true;
        }
        return !gardens.isBeingOpened(garden) && apply(garden, together(garden, ready));
    }

    /** The first, and those behind it that change no more together than finds place in an epoch. */
    private List<Whole> together(String garden, List<Whole> ready) {
        int room = rule.together(cuts.after(garden, List.of()).getPatterns());
        List<Whole> together = new ArrayList<>();
        for (Whole whole : ready) {
            room -= whole.push().getChanges();
            if (room < 0 && !together.isEmpty()) {
                break;
            }
            together.add(whole);
        }
        return together;
    }

    private boolean apply(String garden, List<Whole> pushes) {
        Affirmation cut = cuts.after(garden, pushes.stream().map(Whole::push).toList());
        List<PatternProfile> profiles = pushes.stream()
                .flatMap(push -> cuts.profiles(push.key()).stream())
                .toList();
        boolean applied = epochs.apply(profiles, cut, isAwaited(cut));
        if (applied) {
            pushes.forEach(push -> cuts.applied(push.key()));
        }
        return applied;
    }

    /** Whether the cut will be affirmed, in an epoch of its own; then the present one need not be inferred. */
    private boolean isAwaited(Affirmation cut) {
        return scan(stores.requests, key(cut.getGarden(), "")).stream()
                .anyMatch(request -> Cuts.hasSeen(cut, request.value.getAfter()));
    }

    /** Goes on with a push of many, as far as a slice takes it; returns whether it is applied. */
    boolean place(String garden, String key) {
        Slice time = Slice.of(Workbench.SLICE);
        List<PatternProfile> part;
        do {
            part = cuts.take(key, PART);
            epochs.applyPart(garden, part);
        } while (part.size() == PART && !time.isOver());
        if (part.size() == PART) {
            return false;
        }
        PushClosed push = stores.pushes.get(key);
        epochs.applyEnd(cuts.after(garden, List.of(push)));
        cuts.applied(key);
        stores.placing.delete(garden);
        return true;
    }
}
