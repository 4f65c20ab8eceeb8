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
    /** A garden of some thousand patterns takes a few hundred megabytes. */
    private static final int MOST = 8;

    private final GardenStores stores;
    private final GardenInference.Models models;
    private final Executor beside;
    private final Map<String, CompletableFuture<GardenInference>> gardens = new LinkedHashMap<>(16, 0.75f, true);

    OpenGardens(GardenStores stores, GardenInference.Models models, Executor beside) {
        this.stores = stores;
        this.models = models;
        this.beside = beside;
    }

    /** The garden as it is, or nothing while it is being opened: then ask again. */
    Optional<GardenInference> find(String garden) {
        CompletableFuture<GardenInference> opening = gardens.get(garden);
        if (opening == null) {
            opening = begin(garden);
            gardens.put(garden, opening);
            letGo(garden);
        }
        return opening.isDone() ? Optional.of(opening.join()) : Optional.empty();
    }

    /** Whether one more would not push another out. */
    boolean hasRoom() {
        return gardens.size() < MOST;
    }

    void replace(String garden, GardenInference inference) {
        gardens.put(garden, CompletableFuture.completedFuture(inference));
    }

    void close(String garden) {
        gardens.remove(garden);
    }

    private void letGo(String but) {
        var names = new ArrayList<>(gardens.keySet());
        names.remove(but);
        for (int i = 0; gardens.size() > MOST; i++) {
            gardens.remove(names.get(i));
        }
    }

    private CompletableFuture<GardenInference> begin(String garden) {
        KeyValueIterator<String, PatternProfile> now = stores.patterns.prefixScan(key(garden, ""), PREFIX);
        KeyValueIterator<String, PatternProfile> before = stores.base.prefixScan(key(garden, ""), PREFIX);
        return CompletableFuture.supplyAsync(() -> open(profiles(now), profiles(before)), beside);
    }

    private static final StringSerializer PREFIX = new StringSerializer();

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
