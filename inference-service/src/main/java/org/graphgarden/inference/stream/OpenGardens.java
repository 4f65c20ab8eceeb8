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
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.profile.Profile;

/**
 * The gardens of a task that are in memory, each within its epoch. To open one takes seconds when it is large; so that no transaction
 * and no other garden waits for that, it is done beside the stream thread, from a snapshot of the stores. What was not asked for in
 * the longest time is let go when there are too many.
 */
final class OpenGardens {
    private static final StringSerializer PREFIX = new StringSerializer();

    private final GardenStores stores;
    private final GardenInference.Models models;
    private final Executor beside;
    private final Room room;
    private final Map<String, Open> gardens = new LinkedHashMap<>(16, 0.75f, true);

    OpenGardens(GardenStores stores, GardenInference.Models models, Executor beside, Room room) {
        this.stores = stores;
        this.models = models;
        this.beside = beside;
        this.room = room;
    }

    /**
     * A garden that is open or being opened.
     *
     * @param patterns the room that it takes
     */
    private record Open(CompletableFuture<GardenInference> inference, int patterns) {}

    /** The garden as it is, or nothing while it is being opened: then ask again. */
    Optional<GardenInference> find(String garden) {
        Open open = gardens.get(garden);
        if (open == null) {
            int patterns = stores.cuts.get(garden).getPatterns();
            makeRoom(patterns);
            open = new Open(begin(garden), patterns);
            room.take(patterns);
            gardens.put(garden, open);
        }
        return open.inference().isDone() ? Optional.of(open.inference().join()) : Optional.empty();
    }

    /** Whether the garden would not push another out. */
    boolean hasRoomFor(String garden) {
        return room.hasFor(stores.cuts.get(garden).getPatterns());
    }

    /** Puts the garden after a change in the place of the one before. */
    void replace(String garden, GardenInference inference) {
        gardens.computeIfPresent(
                garden, (name, open) -> new Open(CompletableFuture.completedFuture(inference), open.patterns()));
    }

    void close(String garden) {
        Open open = gardens.remove(garden);
        if (open != null) {
            room.giveBack(open.patterns());
        }
    }

    void closeAll() {
        List.copyOf(gardens.keySet()).forEach(this::close);
    }

    /** Lets go what was not asked for in the longest time. A garden that is too large for all the room is opened all the same. */
    private void makeRoom(int patterns) {
        while (!room.hasFor(patterns) && !gardens.isEmpty()) {
            close(gardens.keySet().iterator().next());
        }
    }

    private CompletableFuture<GardenInference> begin(String garden) {
        KeyValueIterator<String, PatternProfile> now = stores.patterns.prefixScan(key(garden, ""), PREFIX);
        KeyValueIterator<String, PatternProfile> before = stores.base.prefixScan(key(garden, ""), PREFIX);
        return CompletableFuture.supplyAsync(() -> open(profiles(now), profiles(before)), beside);
    }

    private static List<PatternProfile> profiles(KeyValueIterator<String, PatternProfile> entries) {
        List<PatternProfile> profiles = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> profiles.add(entry.value));
        }
        return profiles;
    }

    /** Opens the epoch over what was there when it began, then takes the step to what is there now. */
    private GardenInference open(List<PatternProfile> now, List<PatternProfile> before) {
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
        return before.isEmpty() ? epoch : epoch.with(new PatternsChange(placed, removed));
    }
}
