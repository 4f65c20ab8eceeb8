package org.graphgarden.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.graphgarden.events.EntryFeedback;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.ingest.feedback.Feedback;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.FeedbackHash;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What stands on {@code garden.section-feedback} for one garden. It is written only in the transaction that closes a push, so
 * it is what held at the pushes that were closed last.
 */
final class StandingFeedback {

    private static final Comparator<EntryFeedback> ORDER =
            Comparator.comparing(EntryFeedback::getKind).thenComparing(EntryFeedback::getId);

    private final String garden;
    private final NavigableMap<String, SectionFeedback> byKey;

    StandingFeedback(String garden, NavigableMap<String, SectionFeedback> byKey) {
        this.garden = garden;
        this.byKey = new TreeMap<>(byKey);
    }

    static StandingFeedback read(KafkaClients clients, String garden) {
        return new StandingFeedback(
                garden, TopicReader.settled(clients).readTable(Topic.SECTION_FEEDBACK, garden, SectionFeedback.class));
    }

    /**
     * One record to write.
     *
     * @param value what is said of the entry, or null when nothing is any more
     */
    record Move(String key, @Nullable SectionFeedback value) {}

    /**
     * What is to be written so that this repository's feedback stands there, by key.
     *
     * @param owns whether the repository's file stands for a slug
     */
    List<Move> moves(String repository, RepositoryFeedback wanted, Predicate<String> owns) {
        SortedMap<String, Move> moves = new TreeMap<>();
        byKey.forEach((key, standing) -> {
            if (standing.getRepository().equals(repository)) {
                moves.put(key, new Move(key, null));
            }
        });
        wanted.bySlug().forEach((slug, entries) -> {
            if (owns.test(slug)) {
                for (Feedback entry : entries) {
                    String key = RecordKeys.ofEntry(garden, slug, entry.kind(), entry.id());
                    moves.put(key, new Move(key, toRecord(repository, slug, entry)));
                }
            }
        });
        moves.values().removeIf(move -> move.value() != null && move.value().equals(byKey.get(move.key())));
        return List.copyOf(moves.values());
    }

    /** They are committed. */
    void apply(List<Move> moves) {
        for (Move move : moves) {
            if (move.value() == null) {
                byKey.remove(move.key());
            } else {
                byKey.put(move.key(), move.value());
            }
        }
    }

    /** Hash of what a repository's patterns were told with, by slug. */
    Map<String, String> hashes(String repository) {
        SortedMap<String, List<EntryFeedback>> entries = new TreeMap<>();
        for (SectionFeedback each : byKey.values()) {
            if (each.getRepository().equals(repository)) {
                entries.computeIfAbsent(each.getSlug(), slug -> new ArrayList<>())
                        .add(new EntryFeedback(each.getKind(), each.getId(), each.getVerdict(), each.getConfidence()));
            }
        }
        return hashes(entries);
    }

    /** The same of what is wanted. */
    static Map<String, String> hashes(RepositoryFeedback wanted) {
        SortedMap<String, List<EntryFeedback>> entries = new TreeMap<>();
        wanted.bySlug().keySet().forEach(slug -> entries.put(slug, new ArrayList<>(entries(wanted, slug))));
        return hashes(entries);
    }

    /** As it travels with a pattern's change. */
    static List<EntryFeedback> entries(RepositoryFeedback feedback, String slug) {
        return feedback.of(slug).stream()
                .map(each -> new EntryFeedback(each.kind(), each.id(), each.verdict(), each.confidence()))
                .sorted(ORDER)
                .toList();
    }

    private static Map<String, String> hashes(SortedMap<String, List<EntryFeedback>> entries) {
        SortedMap<String, String> hashes = new TreeMap<>();
        entries.forEach((slug, each) -> {
            each.sort(ORDER);
            hashes.put(slug, FeedbackHash.of(each));
        });
        return hashes;
    }

    private SectionFeedback toRecord(String repository, String slug, Feedback entry) {
        return SectionFeedback.newBuilder()
                .setGarden(garden)
                .setSlug(slug)
                .setKind(entry.kind())
                .setId(entry.id())
                .setVerdict(entry.verdict())
                .setConfidence(entry.confidence())
                .setRepository(repository)
                .setCommit(entry.commit())
                .setAuthor(entry.author())
                .setCommittedAt(entry.time())
                .build();
    }
}
