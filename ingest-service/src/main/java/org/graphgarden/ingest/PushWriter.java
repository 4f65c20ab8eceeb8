package org.graphgarden.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.graphgarden.cloudevents.EventHeaders;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.PatternTree;
import org.graphgarden.ingest.PushRecords.Outgoing;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Writes a push in transactions of at most a chunk of records. Each carries the position behind it; the last one closes
 * the push. A push that was cut short goes on where its last committed transaction ended. Files are read before a
 * transaction begins: nobody's records are seen behind an open one.
 */
final class PushWriter {

    /** Files read between two signs of life. */
    private static final int BATCH = 64;

    /** Bytes of files from which on a chunk is full. */
    private static final int FULL = 8 * 1024 * 1024;

    private final GardenState garden;
    private final Ledger ledger;
    private final BlobWork work;
    private final int chunk;
    private final Pace.Source paces;
    private final Clock clock;
    private final IngestListener listener;

    PushWriter(
            GardenState garden,
            Ledger ledger,
            BlobWork work,
            int chunk,
            Pace.Source paces,
            Clock clock,
            IngestListener listener) {
        this.garden = garden;
        this.ledger = ledger;
        this.work = work;
        this.chunk = chunk;
        this.paces = paces;
        this.clock = clock;
        this.listener = listener;
    }

    /** Writes all of it, then moves the state on. */
    PushClosed write(RepositoryState state, PlannedPush push, Hints hints) {
        List<PushItem> items = push.items();
        String fingerprint = push.fingerprint();
        Position.Open cut = state.position().open();
        boolean resumed = cut != null
                && cut.commit().equals(push.head().commit())
                && cut.plan().equals(fingerprint);
        int at = resumed && cut != null ? cut.items() : 0;
        // Records of the same number under a plan that was given up; they count, as they are read.
        int earlier = resumed || cut == null ? 0 : cut.changes();
        PushRecords records = records(state, push);
        Pace pace = paces.begin(garden.garden().name());
        while (true) {
            int room = Math.min(chunk, pace.room(work::checkCancelled));
            List<Outgoing> next = read(state, records, items, at, room);
            int end = at + next.size();
            work.checkCancelled();
            if (end == items.size()) {
                PushClosed closed = close(state, push, records, next, earlier, hints);
                tellDeadLetters(state, items.subList(at, end));
                return closed;
            }
            int changes = earlier + changes(items.subList(0, end));
            Position open =
                    state.position().opened(new Position.Open(push.head().commit(), fingerprint, end, changes));
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            ledger.write(transaction -> {
                sent.addAll(add(transaction, next));
                addPosition(transaction, state, open);
            });
            pace.wrote(sent.stream().map(PushWriter::written).toList());
            tellDeadLetters(state, items.subList(at, end));
            state.moveTo(open);
            at = end;
        }
    }

    private PushClosed close(
            RepositoryState state,
            PlannedPush push,
            PushRecords records,
            List<Outgoing> last,
            int earlier,
            Hints hints) {
        int changes = earlier + push.plan().changes().size();
        PushClosed closed = records.closed(state.base(), changes, push.reading().notPatterns(), push.refused());
        Position position =
                state.position().closed(push.head().commit(), garden.garden().rules());
        List<RepositoryState> waiting =
                garden.waiting(state, push.plan().published(), garden.desiredWith(state, push.table()));
        ledger.write(transaction -> {
            var unused = add(transaction, last);
            push.moves().forEach(move -> addMove(transaction, state, push, move));
            var unusedToo = transaction.add(Topic.PUSHES_CLOSED, key(state), closed);
            addPosition(transaction, state, position);
            for (RepositoryState each : waiting) {
                addPosition(transaction, each, each.position().doubted());
            }
            hints.addTo(transaction);
        });
        state.moveTo(position);
        state.hold(push.table(), true);
        waiting.forEach(each -> each.moveTo(each.position().doubted()));
        garden.publish(push.plan().published());
        garden.feedback().apply(push.moves());
        tellFeedback(state, push.moves());
        return closed;
    }

    /** The next records: as many as there is room for, or as fill a chunk. */
    private List<Outgoing> read(RepositoryState state, PushRecords records, List<PushItem> items, int from, int room) {
        PatternTree tree = state.git().tree(state.filter());
        IntConsumer silent = done -> {};
        int to = from + Math.min(room, items.size() - from);
        List<Outgoing> read = new ArrayList<>();
        long size = 0;
        for (int at = from; at < to && size < FULL; at = from + read.size()) {
            int end = Math.min(at + BATCH, to);
            List<Outgoing> batch = work.map(tree, items.subList(at, end), records::of, silent);
            read.addAll(batch);
            size += batch.stream().mapToLong(Outgoing::size).sum();
            listener.writing(garden.garden().name(), state.name(), end, items.size());
        }
        return read;
    }

    /** Adds records; gives what comes of the changes among them. */
    private static List<Future<RecordMetadata>> add(Ledger.Transaction transaction, List<Outgoing> records) {
        List<Future<RecordMetadata>> changes = new ArrayList<>();
        for (Outgoing record : records) {
            Future<RecordMetadata> sent = transaction.add(record.topic(), record.key(), record.value());
            if (record.topic() == Topic.PATTERN_CHANGES) {
                changes.add(sent);
            }
        }
        return changes;
    }

    private static RecordMetadata written(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a record of a committed transaction was not sent", e);
        }
    }

    private void tellDeadLetters(RepositoryState state, List<PushItem> committed) {
        committed.stream()
                .map(PushItem::code)
                .filter(code -> !code.isEmpty())
                .forEach(code -> listener.deadLetter(garden.garden().name(), state.name(), code));
    }

    private void tellFeedback(RepositoryState state, List<StandingFeedback.Move> committed) {
        for (StandingFeedback.Move move : committed) {
            String verdict = move.value() == null
                    ? "WITHDRAWN"
                    : move.value().getVerdict().name();
            listener.feedback(garden.garden().name(), state.name(), verdict);
        }
    }

    /** A tombstone says in its headers at which push it was written, or two of one entry would pass for one event. */
    private static void addMove(
            Ledger.Transaction transaction, RepositoryState state, PlannedPush push, StandingFeedback.Move move) {
        List<org.graphgarden.events.Position> at = List.of(new org.graphgarden.events.Position(
                state.name(), state.position().sequence() + 1, push.head().commit()));
        var unused = move.value() == null
                ? transaction.remove(Topic.SECTION_FEEDBACK, move.key(), EventHeaders.ofRemoval(at))
                : transaction.add(Topic.SECTION_FEEDBACK, move.key(), move.value());
    }

    private void addPosition(Ledger.Transaction transaction, RepositoryState state, Position position) {
        var unused = transaction.add(
                Topic.INGEST_POSITIONS,
                key(state),
                position.toRecord(garden.garden().name(), state.name()));
    }

    private PushRecords records(RepositoryState state, PlannedPush push) {
        return new PushRecords(
                garden.garden().name(),
                state.name(),
                state.position().sequence() + 1,
                push.head(),
                push.planted(),
                push.feedback(),
                clock);
    }

    private String key(RepositoryState state) {
        return RecordKeys.ofRepository(garden.garden().name(), state.name());
    }

    private static int changes(List<PushItem> items) {
        return (int) items.stream().filter(PushItem.Changed.class::isInstance).count();
    }
}
