package org.graphgarden.ingest;

import java.time.Clock;
import java.util.List;
import java.util.function.IntConsumer;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.PatternTree;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Writes a push in transactions of at most a chunk of records. Each carries the position behind it; the last one closes
 * the push. A push that was cut short goes on where its last committed transaction ended.
 */
final class PushWriter {

    /** Contents held at a time. */
    private static final int BATCH = 64;

    private final GardenState garden;
    private final Ledger ledger;
    private final BlobWork work;
    private final int chunk;
    private final Clock clock;
    private final IngestListener listener;

    PushWriter(GardenState garden, Ledger ledger, BlobWork work, int chunk, Clock clock, IngestListener listener) {
        this.garden = garden;
        this.ledger = ledger;
        this.work = work;
        this.chunk = chunk;
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
        while (items.size() - at > chunk) {
            work.checkCancelled();
            int end = at + chunk;
            int changes = earlier + changes(items.subList(0, end));
            Position open =
                    state.position().opened(new Position.Open(push.head().commit(), fingerprint, end, changes));
            ledger.begin();
            add(state, records, items, at, end);
            addPosition(state, open);
            ledger.commit();
            tellDeadLetters(state, items.subList(at, end));
            state.moveTo(open);
            at = end;
        }
        work.checkCancelled();
        return close(state, push, records, items, at, earlier, hints);
    }

    private PushClosed close(
            RepositoryState state,
            PlannedPush push,
            PushRecords records,
            List<PushItem> items,
            int at,
            int earlier,
            Hints hints) {
        int changes = earlier + push.plan().changes().size();
        String base = state.base();
        PushClosed closed = records.closed(base, changes, push.reading().ignored(), push.refused());
        Position position =
                state.position().closed(push.head().commit(), garden.garden().rules());
        List<RepositoryState> waiting =
                garden.waiting(state, push.plan().published(), garden.desiredWith(state, push.table()));
        ledger.begin();
        add(state, records, items, at, items.size());
        ledger.add(Topic.PUSHES_CLOSED, key(state), closed);
        addPosition(state, position);
        for (RepositoryState each : waiting) {
            addPosition(each, each.position().doubted());
        }
        hints.addTo(ledger);
        ledger.commit();
        tellDeadLetters(state, items.subList(at, items.size()));
        state.moveTo(position);
        state.hold(push.table(), true);
        waiting.forEach(each -> each.moveTo(each.position().doubted()));
        garden.publish(push.plan().published());
        return closed;
    }

    private void add(RepositoryState state, PushRecords records, List<PushItem> items, int from, int to) {
        PatternTree tree = state.git().tree(state.filter());
        IntConsumer silent = done -> {};
        for (int at = from; at < to; at += BATCH) {
            int end = Math.min(at + BATCH, to);
            for (PushRecords.Outgoing record : work.map(tree, items.subList(at, end), records::of, silent)) {
                ledger.add(record.topic(), record.key(), record.value());
            }
            listener.writing(garden.garden().name(), state.name(), end, items.size());
        }
    }

    private void tellDeadLetters(RepositoryState state, List<PushItem> committed) {
        committed.stream()
                .map(PushItem::code)
                .filter(code -> !code.isEmpty())
                .forEach(code -> listener.deadLetter(garden.garden().name(), state.name(), code));
    }

    private void addPosition(RepositoryState state, Position position) {
        ledger.add(
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
                clock);
    }

    private String key(RepositoryState state) {
        return RecordKeys.ofRepository(garden.garden().name(), state.name());
    }

    private static int changes(List<PushItem> items) {
        return (int) items.stream().filter(PushItem.Changed.class::isInstance).count();
    }
}
