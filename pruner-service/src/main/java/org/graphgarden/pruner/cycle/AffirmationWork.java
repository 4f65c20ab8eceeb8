package org.graphgarden.pruner.cycle;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.graphgarden.events.Affirmation;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that takes long of what an affirmation calls for: its cycle, and sending the cycle's events. To commit them is left to the
 * thread that polls.
 */
final class AffirmationWork {
    private static final Logger LOG = LoggerFactory.getLogger(AffirmationWork.class);

    private final PrunerService.Setup setup;
    private final StopSign stop;
    private final Untold untold;

    /** @param stop when to give up a cycle; what it has pushed may be told nevertheless */
    AffirmationWork(PrunerService.Setup setup, StopSign stop, Untold untold) {
        this.setup = setup;
        this.stop = stop;
        this.untold = untold;
    }

    /**
     * Runs the cycle and sends what came of it.
     *
     * @param ledger the affirmation's, with a transaction to commit afterwards
     * @param lost whether the cycle is another member's now
     * @throws org.graphgarden.pruner.publish.AbandonedException when it was given up
     */
    void run(ConsumerRecord<String, Affirmation> record, CycleLedger ledger, StopSign lost) {
        Instant start = now();
        AffirmedCycle cycle = new AffirmedCycle(setup, () -> lost.raised() || stop.raised(), untold);
        AffirmedCycle.Result result = cycle.run(record);
        CycleEvents events = new CycleEvents(record.value(), new AffirmationSource(setup.clients()).of(record));
        String garden = record.value().getGarden();
        try {
            ledger.send(result.records(events, start, now()), lost, () -> result.tell(garden, setup.listener()));
        } catch (RecordTooLargeException | SerializationException e) {
            if (SchemaRegistryUnavailableException.isBehind(e)) {
                throw e;
            }
            LOG.error("events of cycle {} cannot be written: {}", record.key(), e.getMessage());
            String message = "the cycle was run, but its events cannot be written: " + e.getMessage();
            ledger.send(events.failed(message, start, now())::forEach, lost, () -> setup.listener()
                    .failed(garden, message));
        }
    }

    private Instant now() {
        return setup.surroundings().clock().instant();
    }
}
