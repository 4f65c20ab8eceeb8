package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.pushKey;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Position;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.RecordKeys;

/**
 * Turns pushes into cuts: a push is applied when it is closed, all its profiles have come, the push before it has been applied
 * and nothing of the garden is stale. So no result ever sees half a push.
 */
final class Cuts {
    private final GardenStores stores;
    private final String model;

    /** How many profiles of a push have come: its {@link GardenStores#pushKey} to their number. Rebuilt from the inbox. */
    private final Map<String, Integer> arrived = new HashMap<>();

    Cuts(GardenStores stores, String model) {
        this.stores = stores;
        this.model = model;
        try (var waiting = stores.inbox.all()) {
            while (waiting.hasNext()) {
                arrived.merge(pushOf(waiting.next().value), 1, Integer::sum);
            }
        }
    }

    /** Takes a profile in; returns whether it was new (not repeated, not of a push that has been applied). */
    boolean receive(PatternProfile profile) {
        String push = pushOf(profile);
        if (profile.getSequence() <= appliedSequence(profile.getGarden(), profile.getRepository())) {
            return false;
        }
        boolean isNew = stores.inbox.putIfAbsent(key(push, profile.getSlug()), profile) == null;
        if (isNew) {
            arrived.merge(push, 1, Integer::sum);
        }
        return isNew;
    }

    void receive(PushClosed push) {
        if (push.getSequence() > appliedSequence(push.getGarden(), push.getRepository())) {
            stores.pushes.put(pushKey(push.getGarden(), push.getRepository(), push.getSequence()), push);
        }
    }

    /** Profiles of the garden whose push is not applied yet. */
    int waiting(String garden) {
        String prefix = key(garden, "");
        return arrived.entrySet().stream()
                .filter(push -> push.getKey().startsWith(prefix))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Applies every push of the garden that is ready, until something becomes stale; returns whether there was one. */
    boolean advance(String garden) {
        boolean applied = false;
        for (var waiting : scan(stores.pushes, key(garden, ""))) {
            if (stores.isStale(garden)) {
                return applied;
            }
            if (isReady(waiting.key, waiting.value)) {
                apply(waiting.key, waiting.value);
                applied = true;
            }
        }
        return applied;
    }

    boolean hasSeen(String garden, List<Position> positions) {
        return stores.cuts.get(garden) != null
                && positions.stream().allMatch(p -> appliedSequence(garden, p.getRepository()) >= p.getSequence());
    }

    private boolean isReady(String push, PushClosed closed) {
        return arrived.getOrDefault(push, 0) >= closed.getChanges()
                && closed.getSequence() == appliedSequence(closed.getGarden(), closed.getRepository()) + 1;
    }

    private void apply(String push, PushClosed closed) {
        String garden = closed.getGarden();
        for (var arrival : scan(stores.inbox, key(push, ""))) {
            place(RecordKeys.ofPattern(garden, arrival.value.getSlug()), arrival.value);
            stores.inbox.delete(arrival.key);
        }
        arrived.remove(push);
        stores.pushes.delete(push);
        stores.cuts.put(garden, next(closed));
    }

    /**
     * A file that could not be profiled is not in the cut; its slug becomes stale all the same, so that it is retracted. A removal
     * by a repository that does not hold the slug (any more) removes nothing.
     */
    private void place(String key, PatternProfile profile) {
        PatternProfile current = stores.patterns.get(key);
        if (profile.getOutcome() == ProfileOutcome.PROFILED) {
            stores.patterns.put(key, profile);
        } else if (current != null && current.getRepository().equals(profile.getRepository())) {
            stores.patterns.delete(key);
        }
        stores.todo.put(key, "");
    }

    /**
     * The cut after this push. A push that changed something opens a new epoch, in which every pattern is stale: then the
     * incremental result equals recomputation by construction.
     */
    private Affirmation next(PushClosed closed) {
        String garden = closed.getGarden();
        Affirmation last = stores.cuts.get(garden);
        boolean changed = closed.getChanges() > 0;
        List<Position> positions = new ArrayList<>(last == null ? List.of() : last.getCut());
        positions.removeIf(position -> position.getRepository().equals(closed.getRepository()));
        positions.add(new Position(closed.getRepository(), closed.getSequence(), closed.getCommit()));
        positions.sort(Comparator.comparing(Position::getRepository));
        return Affirmation.newBuilder()
                .setGarden(garden)
                .setCut(positions)
                .setEpoch((last == null ? 0 : last.getEpoch()) + (changed ? 1 : 0))
                .setModel(model)
                .setPatterns(changed || last == null ? markAllStale(garden) : last.getPatterns())
                .build();
    }

    private int markAllStale(String garden) {
        int patterns = 0;
        try (var entries = stores.patterns.prefixScan(key(garden, ""), new StringSerializer())) {
            for (; entries.hasNext(); patterns++) {
                stores.todo.put(entries.next().key, "");
            }
        }
        return patterns;
    }

    private long appliedSequence(String garden, String repository) {
        Affirmation cut = stores.cuts.get(garden);
        if (cut == null) {
            return 0;
        }
        return cut.getCut().stream()
                .filter(position -> position.getRepository().equals(repository))
                .mapToLong(Position::getSequence)
                .findFirst()
                .orElse(0);
    }

    private static String pushOf(PatternProfile profile) {
        return pushKey(profile.getGarden(), profile.getRepository(), profile.getSequence());
    }
}
