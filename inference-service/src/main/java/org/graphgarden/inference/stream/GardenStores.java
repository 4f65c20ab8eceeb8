package org.graphgarden.inference.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.Topic;

/**
 * The garden task's stores. Each key begins with the garden and a slash, because one task may hold several gardens; keys that
 * begin alike are scanned in order.
 */
final class GardenStores {
    private static final StringSerializer PREFIX = new StringSerializer();

    /** Profiles whose push is not applied yet: garden/repository/sequence/slug. */
    final KeyValueStore<String, PatternProfile> inbox;

    /** Pushes that are closed but not applied yet: garden/repository/sequence. */
    final KeyValueStore<String, PushClosed> pushes;

    /** The push of each garden that is being applied in parts: garden to the push's key. */
    final KeyValueStore<String, String> placing;

    /** The profiles of the cut: garden/slug. */
    final KeyValueStore<String, PatternProfile> patterns;

    /**
     * What patterns that have changed within the epoch were when it was opened: garden/slug. One that was not there is kept with the
     * outcome REMOVED.
     */
    final KeyValueStore<String, PatternProfile> base;

    /** Slugs whose inference is stale, and why: garden/slug to the mark of a {@link Staleness}. */
    final KeyValueStore<String, String> todo;

    /** The cut and epoch of each garden, in the shape in which it is affirmed: garden. */
    final KeyValueStore<String, Affirmation> cuts;

    /** Prune requests that wait for their cut: garden/cycle. */
    final KeyValueStore<String, PruneRequest> requests;

    /** What was emitted last: garden/slug. */
    final KeyValueStore<String, EnrichedPattern> enriched;

    /** How like another has to be to have part in what was emitted last: garden/slug. */
    final Reaches reaches;

    /** What a language model answered, or that it failed to: garden/question. */
    final KeyValueStore<String, LanguageModelAnswer> answers;

    GardenStores(ProcessorContext<?, ?> context) {
        inbox = context.getStateStore("inbox");
        pushes = context.getStateStore("pushes");
        patterns = context.getStateStore("patterns");
        todo = context.getStateStore("todo");
        cuts = context.getStateStore("cuts");
        requests = context.getStateStore("requests");
        enriched = context.getStateStore("enriched");
        placing = context.getStateStore("placing");
        base = context.getStateStore("base");
        reaches = new Reaches(context.getStateStore("reaches"));
        answers = context.getStateStore("answers");
    }

    /** Makes them of this kind. */
    static List<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> kind) {
        return List.of(
                store(kind.apply("inbox"), profiles()),
                store(
                        kind.apply("pushes"),
                        StoreSerde.of(Topic.PUSHES_CLOSED, PushClosed.getEncoder(), PushClosed::createDecoder)),
                store(kind.apply("patterns"), profiles()),
                store(kind.apply("todo"), Serdes.String()),
                store(
                        kind.apply("cuts"),
                        StoreSerde.of(Topic.AFFIRMATIONS, Affirmation.getEncoder(), Affirmation::createDecoder)),
                store(
                        kind.apply("requests"),
                        StoreSerde.of(Topic.PRUNE_REQUESTS, PruneRequest.getEncoder(), PruneRequest::createDecoder)),
                store(
                        kind.apply("enriched"),
                        StoreSerde.of(
                                Topic.ENRICHED_PATTERNS, EnrichedPattern.getEncoder(), EnrichedPattern::createDecoder)),
                store(kind.apply("placing"), Serdes.String()),
                store(kind.apply("base"), profiles()),
                store(kind.apply("reaches"), Serdes.Double()),
                store(
                        kind.apply("answers"),
                        StoreSerde.of(
                                Topic.LANGUAGE_MODEL_ANSWERS,
                                LanguageModelAnswer.getEncoder(),
                                LanguageModelAnswer::createDecoder)));
    }

    private static Serde<PatternProfile> profiles() {
        return StoreSerde.of(Topic.PATTERN_PROFILES, PatternProfile.getEncoder(), PatternProfile::createDecoder);
    }

    private static <T> StoreBuilder<?> store(KeyValueBytesStoreSupplier store, Serde<T> values) {
        return Stores.keyValueStoreBuilder(store, Serdes.String(), values);
    }

    static String key(String garden, String rest) {
        return garden + "/" + rest;
    }

    /** Sequences are padded so that keys sort as numbers do. */
    static String pushKey(String garden, String repository, long sequence) {
        return String.format(Locale.ROOT, "%s/%s/%019d", garden, repository, sequence);
    }

    /** The entries whose key begins with the prefix, in key order; at most {@code limit} of them. */
    static <T> List<KeyValue<String, T>> scan(KeyValueStore<String, T> store, String prefix, int limit) {
        List<KeyValue<String, T>> found = new ArrayList<>();
        try (var entries = store.prefixScan(prefix, PREFIX)) {
            while (found.size() < limit && entries.hasNext()) {
                found.add(entries.next());
            }
        }
        return found;
    }

    static <T> List<KeyValue<String, T>> scan(KeyValueStore<String, T> store, String prefix) {
        return scan(store, prefix, Integer.MAX_VALUE);
    }

    /** The gardens that have had a push, by name. */
    List<String> gardens() {
        List<String> names = new ArrayList<>();
        try (var entries = cuts.all()) {
            entries.forEachRemaining(entry -> names.add(entry.key));
        }
        return names;
    }

    /** How many patterns of the garden are stale; looks at every one of them. */
    int countStale(String garden) {
        int count = 0;
        try (var entries = todo.prefixScan(key(garden, ""), PREFIX)) {
            for (; entries.hasNext(); count++) {
                entries.next();
            }
        }
        return count;
    }

    /** Whether something of the garden is stale or being placed. */
    boolean isBusy(String garden) {
        return placing.get(garden) != null || isStale(garden);
    }

    boolean isStale(String garden) {
        return !scan(todo, key(garden, ""), 1).isEmpty();
    }

    static String gardenOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }
}
