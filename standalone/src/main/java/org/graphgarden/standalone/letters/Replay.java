package org.graphgarden.standalone.letters;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.cloudevents.HeaderNames;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Replays letters, each once: what is written for a letter and the mark that says so are one transaction. Its transactional id is
 * everybody's, so who begins fences those off who began before, and reads which letters are marked only then.
 */
public final class Replay implements AutoCloseable {

    /** Whoever replays needs the right to write under this transactional id. */
    public static final String TRANSACTIONS = "graph-garden-replay";

    private static final Duration PARTING = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;
    private final List<Letter> letters;

    /** What became of one letter. */
    public sealed interface Outcome {
        /** It was replayed now. */
        record Done(String how) implements Outcome {}

        /** It was replayed before; nothing was written. */
        record Before(Instant at) implements Outcome {}

        /** It cannot be replayed; nothing was written. */
        record Impossible(String why) implements Outcome {}
    }

    private Replay(KafkaClients clients, Clock clock, Producer<byte[], byte[]> producer) {
        this.clients = clients;
        this.clock = clock;
        this.producer = producer;
        this.letters = LetterBox.read(clients);
    }

    /**
     * Fences everybody else off and reads what there is.
     *
     * @throws KafkaException when the cluster does not answer or refuses it
     */
    public static Replay begin(KafkaClients clients, Clock clock) {
        Producer<byte[], byte[]> producer = clients.rawProducer(TRANSACTIONS);
        try {
            producer.initTransactions();
            return new Replay(clients, clock, producer);
        } catch (RuntimeException e) {
            producer.close(PARTING);
            throw e;
        }
    }

    /** The letters that there are, oldest first. */
    public List<Letter> letters() {
        return letters;
    }

    /**
     * Replays a letter, unless that was done before.
     *
     * @throws KafkaException when nothing was written; {@link #isFenced} says whether because another has begun to replay
     */
    public Outcome replay(Letter letter) {
        if (letter.replayedAt().isPresent()) {
            return new Outcome.Before(letter.replayedAt().get());
        }
        Instant now = clock.instant();
        Route route = Route.of(letter, now);
        if (route instanceof Route.ReadAgain again) {
            String key = RecordKeys.ofRepository(
                    again.hint().getGarden(), again.hint().getRepository());
            write(letter, ours(Topic.PUSHES, key, again.hint()), now);
            return new Outcome.Done("its file is read again");
        }
        if (route instanceof Route.WriteAgain again) {
            Optional<SourceRecord> source = new SourceReader(clients).read(letter.content());
            if (source.isEmpty()) {
                return new Outcome.Impossible("it was too large to be kept, and its topic has it no more");
            }
            if (source.get().partition()
                    >= producer.partitionsFor(again.topic().topicName()).size()) {
                return new Outcome.Impossible("its topic has fewer partitions than when it was written");
            }
            write(letter, again(source.get(), letter.id()), now);
            return new Outcome.Done(
                    "its record was written again to " + again.topic().topicName());
        }
        return new Outcome.Impossible(((Route.None) route).why());
    }

    /** Whether a replay ends because another has begun. */
    public static boolean isFenced(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    private void write(Letter letter, ProducerRecord<byte[], byte[]> record, Instant now) {
        var mark = Letters.mark(letter.content(), letter.id().toString(), now);
        producer.beginTransaction();
        try {
            var unused = producer.send(record);
            var unusedToo = producer.send(ours(Topic.DEAD_LETTERS, letter.key(), mark));
            producer.commitTransaction();
        } catch (KafkaException e) {
            abort();
            throw e;
        }
    }

    /** Who is fenced off has nothing to abort any more. */
    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // The failure before says why.
        }
    }

    private static ProducerRecord<byte[], byte[]> again(SourceRecord source, LetterId id) {
        Headers headers = new RecordHeaders(source.headers().toArray());
        headers.remove(HeaderNames.REPLAY_OF);
        headers.add(HeaderNames.REPLAY_OF, id.toString().getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(source.topic(), source.partition(), null, source.key(), source.value(), headers);
    }

    /** One of our own records, as our producers write it. */
    private ProducerRecord<byte[], byte[]> ours(Topic topic, String key, SpecificRecord value) {
        Headers headers = new RecordHeaders();
        try (Serializer<String> keys = clients.serdes().keySerializer();
                Serializer<SpecificRecord> values = clients.serdes().serializer()) {
            byte[] keyBytes = keys.serialize(topic.topicName(), headers, key);
            byte[] valueBytes = values.serialize(topic.topicName(), headers, value);
            return new ProducerRecord<>(topic.topicName(), null, keyBytes, valueBytes, headers);
        }
    }

    @Override
    public void close() {
        producer.close(PARTING);
    }
}
