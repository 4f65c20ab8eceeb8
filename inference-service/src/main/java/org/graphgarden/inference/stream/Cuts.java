package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.pushKey;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Position;
import org.graphgarden.events.PushClosed;
import org.jspecify.annotations.Nullable;

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

    /**
     * A push whose profiles are all there.
     *
     * @param key its {@link GardenStores#pushKey}
     * @param turn when it was closed, or the one before it in its repository, whatever their clocks said
     */
    record Whole(String key, PushClosed push, Instant turn) {}

    /** The pushes that can be applied one after the other: in the order in which they were closed, each with all its profiles. */
    List<Whole> ready(String garden) {
        Map<String, Whole> last = new HashMap<>();
        List<Whole> ready = new ArrayList<>();
        for (var entry : scan(stores.pushes, key(garden, ""))) {
            PushClosed push = entry.value;
            Whole before = last.get(push.getRepository());
            long sequence = before == null
                    ? appliedSequence(garden, push.getRepository())
                    : before.push().getSequence();
            if (push.getSequence() == sequence + 1 && arrived.getOrDefault(entry.key, 0) >= push.getChanges()) {
                Whole whole = new Whole(entry.key, push, turn(before, push));
                last.put(push.getRepository(), whole);
                ready.add(whole);
            }
        }
        ready.sort(Comparator.comparing(Whole::turn));
        return ready;
    }

    private static Instant turn(@Nullable Whole before, PushClosed push) {
        return before != null && before.turn().isAfter(push.getClosedAt()) ? before.turn() : push.getClosedAt();
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
        Affirmation cut = stores.cuts.get(garden);
        return cut != null && hasSeen(cut, positions);
    }

    static boolean hasSeen(Affirmation cut, List<Position> positions) {
        return positions.stream().allMatch(p -> sequence(cut, p.getRepository()) >= p.getSequence());
    }

    /** The garden's cut as these pushes move it on, one after the other; epoch and number of patterns are as before. */
    Affirmation after(String garden, List<PushClosed> pushes) {
        Affirmation stored = stores.cuts.get(garden);
        Affirmation last = stored == null ? empty(garden) : stored;
        Map<String, Position> positions = new TreeMap<>();
        last.getCut().forEach(position -> positions.put(position.getRepository(), position));
        pushes.forEach(push -> positions.put(
                push.getRepository(), new Position(push.getRepository(), push.getSequence(), push.getCommit())));
        return Affirmation.newBuilder(last)
                .setCut(List.copyOf(positions.values()))
                .setModel(model)
                .build();
    }

    /** Where a garden begins. */
    Affirmation empty(String garden) {
        return Affirmation.newBuilder().setGarden(garden).setModel(model).build();
    }

    private long appliedSequence(String garden, String repository) {
        Affirmation cut = stores.cuts.get(garden);
        return cut == null ? 0 : sequence(cut, repository);
    }

    private static long sequence(Affirmation cut, String repository) {
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
