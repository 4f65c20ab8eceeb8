package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.pushKey;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Position;
import org.graphgarden.events.PushClosed;

/** Turns pushes into cuts: collects the profiles of each push until it can be applied whole. So no result ever sees half a push. */
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

    /** The push that was closed first of those that can be applied: all its profiles are there, and the one before it is applied. */
    Optional<KeyValue<String, PushClosed>> ready(String garden) {
        return scan(stores.pushes, key(garden, "")).stream()
                .filter(push -> isReady(push.key, push.value))
                .min(Comparator.comparing(push -> push.value.getClosedAt()));
    }

    /** Takes some profiles of a push out of the inbox, at most so many. */
    List<PatternProfile> take(String push, int limit) {
        List<PatternProfile> profiles = new ArrayList<>();
        for (var arrival : scan(stores.inbox, key(push, ""), limit)) {
            profiles.add(arrival.value);
            stores.inbox.delete(arrival.key);
        }
        return profiles;
    }

    /** The profiles of a push, which stay in the inbox. */
    List<PatternProfile> profiles(String push) {
        return scan(stores.inbox, key(push, "")).stream()
                .map(arrival -> arrival.value)
                .toList();
    }

    /** Forgets a push that has been applied. */
    void applied(String push) {
        scan(stores.inbox, key(push, "")).forEach(arrival -> stores.inbox.delete(arrival.key));
        arrived.remove(push);
        stores.pushes.delete(push);
    }

    boolean hasSeen(String garden, List<Position> positions) {
        return stores.cuts.get(garden) != null
                && positions.stream().allMatch(p -> appliedSequence(garden, p.getRepository()) >= p.getSequence());
    }

    private boolean isReady(String push, PushClosed closed) {
        return arrived.getOrDefault(push, 0) >= closed.getChanges()
                && closed.getSequence() == appliedSequence(closed.getGarden(), closed.getRepository()) + 1;
    }

    /** The garden's cut as this push moves it on; epoch and number of patterns are as before. */
    Affirmation after(PushClosed closed) {
        String garden = closed.getGarden();
        Affirmation stored = stores.cuts.get(garden);
        Affirmation last = stored == null ? empty(garden) : stored;
        List<Position> positions = new ArrayList<>(last.getCut());
        positions.removeIf(position -> position.getRepository().equals(closed.getRepository()));
        positions.add(new Position(closed.getRepository(), closed.getSequence(), closed.getCommit()));
        positions.sort(Comparator.comparing(Position::getRepository));
        return Affirmation.newBuilder(last).setCut(positions).setModel(model).build();
    }

    /** Where a garden begins. */
    Affirmation empty(String garden) {
        return Affirmation.newBuilder().setGarden(garden).setModel(model).build();
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
