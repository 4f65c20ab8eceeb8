package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.inference.curated.CuratedConcentration;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.profile.Profile;

/**
 * The gardens of a task that are in memory, each within its epoch. To open one takes seconds when it is large; so that no transaction
 * and no other garden waits for that, it is done beside the stream thread, from a snapshot of the stores. What was not asked for in
 * the longest time is let go when there are too many.
 */
final class OpenGardens {
    /** When more than this share of a garden is held twice, and more than so many patterns, it is opened again. */
    private static final double MOST_REPLACED = 0.1;

    private static final int LEAST_REPLACED = 256;

    private static final StringSerializer PREFIX = new StringSerializer();

    private final GardenStores stores;
    private final GardenInference.Models models;
    private final Executor beside;
    private final Room room;
    private final InferenceListener listener;
    private final Map<String, Open> gardens = new LinkedHashMap<>(16, 0.75f, true);

    OpenGardens(
            GardenStores stores,
            GardenInference.Models models,
            Executor beside,
            Room room,
            InferenceListener listener) {
        this.stores = stores;
        this.models = models;
        this.beside = beside;
        this.room = room;
        this.listener = listener;
    }

    /**
     * A garden that is open or being opened.
     *
     * @param patterns the room that it takes
     * @param replaced patterns that were changed since it was opened; what they were is still held
     */
    private record Open(CompletableFuture<GardenInference> inference, int patterns, int replaced) {
        boolean isWornOut() {
            return replaced > LEAST_REPLACED && replaced > patterns * MOST_REPLACED;
        }
    }

    /** The garden as it is, or nothing while it is being opened or waits for room: then ask again. */
    Optional<GardenInference> find(String garden) {
        Open open = gardens.get(garden);
        if (open == null) {
            int patterns = stores.cuts.get(garden).getPatterns();
            if (!makeRoom(patterns)) {
                return Optional.empty();
            }
            open = new Open(begin(garden), patterns, 0);
            room.take(patterns);
            gardens.put(garden, open);
        }
        return open.inference().isDone() ? Optional.of(open.inference().join()) : Optional.empty();
    }

    /** Whether {@link #find} gives nothing as yet. */
    boolean isBeingOpened(String garden) {
        Open open = gardens.get(garden);
        return open != null && !open.inference().isDone();
    }

    /** Whether the garden would not push another out. */
    boolean hasRoomFor(String garden) {
        return room.hasFor(stores.cuts.get(garden).getPatterns());
    }

    /**
     * Puts the garden after a change in the place of the one before. One that has seen many changes is opened again instead, which
     * gives the same garden without what it was before.
     */
    void replace(String garden, GardenInference inference, int changes) {
        gardens.computeIfPresent(
                garden,
                (name, open) -> new Open(
                        CompletableFuture.completedFuture(inference), open.patterns(), open.replaced() + changes));
        Open open = gardens.get(garden);
        if (open != null && open.isWornOut()) {
            close(garden);
        }
    }

    void close(String garden) {
        Open open = gardens.remove(garden);
        if (open != null) {
            open.inference().cancel(false);
            room.giveBack(open.patterns());
        }
    }

    void closeAll() {
        List.copyOf(gardens.keySet()).forEach(this::close);
    }

    /**
     * Lets go what was not asked for in the longest time, but nothing that is being opened or has work: taking turns at opening, two
     * would never be done. A garden that is too large for all the room is opened all the same.
     *
     * @return false when the garden has to wait for others of this task
     */
    private boolean makeRoom(int patterns) {
        for (String other : List.copyOf(gardens.keySet())) {
            if (!room.hasFor(patterns) && !isBeingOpened(other) && !stores.isBusy(other)) {
                close(other);
            }
        }
        return gardens.isEmpty() || room.hasFor(patterns);
    }

    private CompletableFuture<GardenInference> begin(String garden) {
        KeyValueIterator<String, PatternProfile> now = stores.patterns.prefixScan(key(garden, ""), PREFIX);
        KeyValueIterator<String, PatternProfile> before = stores.base.prefixScan(key(garden, ""), PREFIX);
        CompletableFuture<GardenInference> opening =
                CompletableFuture.supplyAsync(() -> open(garden, profiles(now), profiles(before)), beside);
        opening.whenComplete((inference, failure) -> {
            now.close();
            before.close();
        });
        return opening;
    }

    private static List<PatternProfile> profiles(KeyValueIterator<String, PatternProfile> entries) {
        List<PatternProfile> profiles = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> profiles.add(entry.value));
        }
        return profiles;
    }

    /** Opens the epoch over what was there when it began, then takes the step to what is there now. */
    private GardenInference open(String garden, List<PatternProfile> now, List<PatternProfile> before) {
        Map<String, Profile> base = new TreeMap<>();
        now.forEach(profile -> base.put(profile.getSlug(), Records.profile(profile)));
        List<Profile> placed = new ArrayList<>();
        TreeSet<String> removed = new TreeSet<>();
        for (PatternProfile profile : before) {
            Profile current = base.remove(profile.getSlug());
            if (current == null) {
                removed.add(profile.getSlug());
            } else {
                placed.add(current);
            }
            if (profile.getOutcome() == ProfileOutcome.PROFILED) {
                base.put(profile.getSlug(), Records.profile(profile));
            }
        }
        GardenInference epoch = models.open(List.copyOf(base.values()));
        listener.read(garden, CuratedConcentration.trusted(base.values()));
        return before.isEmpty() ? epoch : epoch.with(new PatternsChange(placed, removed));
    }
}
