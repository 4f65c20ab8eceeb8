package org.graphgarden.ingest;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.Stage;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.ingest.read.TreeReading;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one who alone writes what moved in a garden's repositories. One thread at a time. */
final class GardenOwner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GardenOwner.class);

    private final GardenSource garden;
    private final IngestContext context;
    private final BlobWork work;
    private @Nullable GardenState state;
    private @Nullable Ledger knownBy;

    GardenOwner(GardenSource garden, IngestContext context, BlobWork work) {
        this.garden = garden;
        this.context = context;
        this.work = work;
    }

    /** Where its clones are, what it is told with, and how it writes. */
    record IngestContext(
            IngestSettings settings,
            KafkaClients clients,
            Clones clones,
            FetchPlaces places,
            DoubleSupplier chance,
            Clock clock,
            Pace.Source paces,
            IngestListener listener,
            Semaphore looks) {
        /** Gardens that are looked at beside one another: each may hold some megabytes of files. */
        static final int MOST_LOOKS = 8;
    }

    /**
     * Brings what is published up to the heads that came. What it knows it has read behind the taking over of this ledger; with
     * another ledger it is read again.
     *
     * @return repositories, by record key, that turned out not to be readable; the others are done
     */
    SortedMap<String, AccessFailure> ingest(Hints hints, Ledger ledger) {
        if (knownBy != ledger) {
            close();
            knownBy = ledger;
        }
        SortedMap<String, AccessFailure> unreadable = new TreeMap<>();
        GardenState current = state == null ? recover(true, ledger) : state;
        Map<RepositoryState, String> heads = heads(current, hints);
        if (!finishOpenPushes(current, heads.keySet(), hints, ledger, unreadable)) {
            close();
            current = recover(false, ledger);
            heads = heads(current, hints);
        }
        for (Map.Entry<RepositoryState, String> head : heads.entrySet()) {
            push(current, head.getKey(), head.getValue(), hints, ledger, unreadable);
        }
        settle(current, hints, ledger, unreadable);
        if (!unreadable.isEmpty()) {
            // It may be the commit that was published last that is gone; then what is published has to be read from the
            // topic.
            close();
        }
        return unreadable;
    }

    @Override
    public void close() {
        state = null;
    }

    private GardenState recover(boolean trustCommits, Ledger ledger) {
        Unreadable passedOver = new Unreadable(Stage.INGEST);
        GardenState recovered =
                GardenState.recover(garden, context.clones(), context.clients(), work, passedOver, trustCommits);
        ledger.keep(passedOver.letters(context.clock().instant()), context.listener());
        state = recovered;
        return recovered;
    }

    private Map<RepositoryState, String> heads(GardenState current, Hints hints) {
        Map<RepositoryState, String> heads = new LinkedHashMap<>();
        for (RepositoryState repository : current.repositories()) {
            FetchOutcome.Head head = hints.head(key(repository));
            if (head != null) {
                heads.put(repository, head.commit());
            }
        }
        return heads;
    }

    /**
     * Finishes pushes that were cut short, each towards its own commit and with its own plan. False when one cannot be
     * finished so: then what it has written has to be looked up before anything else is planned.
     */
    private boolean finishOpenPushes(
            GardenState current,
            Set<RepositoryState> repositories,
            Hints hints,
            Ledger ledger,
            SortedMap<String, AccessFailure> unreadable) {
        for (RepositoryState repository : repositories) {
            Position.Open open = repository.position().open();
            if (open != null && current.fromCommits()) {
                if (!repository.git().history().knows(open.commit())) {
                    return false;
                }
                PlannedPush push = plan(current, repository, open.commit(), List.of(), unreadable);
                if (push != null && !push.fingerprint().equals(open.plan())) {
                    return false;
                }
                if (push != null) {
                    write(current, repository, push, hints, ledger);
                }
            }
        }
        return true;
    }

    /** Lets repositories speak whose files take over a slug that another gave up. */
    private void settle(GardenState current, Hints hints, Ledger ledger, SortedMap<String, AccessFailure> unreadable) {
        for (RepositoryState repository : current.repositories()) {
            boolean imported = repository.position().sequence() > 0;
            boolean waiting = current.waiting(null, current.published(), current.desired())
                    .contains(repository);
            if (imported && waiting && repository.tableFromCommit()) {
                push(current, repository, repository.base(), hints, ledger, unreadable);
            }
        }
    }

    private void push(
            GardenState current,
            RepositoryState repository,
            String target,
            Hints hints,
            Ledger ledger,
            SortedMap<String, AccessFailure> unreadable) {
        List<FileHint> again = hints.again(key(repository));
        PlannedPush push = plan(current, repository, target, again, unreadable);
        if (push == null) {
            return;
        }
        Position position = repository.position();
        boolean moved = !position.commit().equals(target)
                || position.open() != null
                || !position.rules().equals(garden.rules())
                || !push.plan().changes().isEmpty()
                || !push.moves().isEmpty()
                || (!again.isEmpty() && push.refused() > 0);
        if (moved) {
            write(current, repository, push, hints, ledger);
        } else {
            context.listener().upToDate(garden.name(), repository.name(), position.sequence(), position.commit());
        }
    }

    /** Null when objects are missing or damaged, which is no matter of the garden's other repositories. */
    private @Nullable PlannedPush plan(
            GardenState current,
            RepositoryState repository,
            String target,
            List<FileHint> again,
            SortedMap<String, AccessFailure> unreadable) {
        if (unreadable.containsKey(key(repository))) {
            return null;
        }
        try {
            return planning(current).plan(repository, target, again);
        } catch (UncheckedIOException e) {
            AccessFailure failure = repository.git().damage(e);
            if (failure == null) {
                throw e;
            }
            unreadable.put(key(repository), failure);
            context.listener().unreachable(garden.name(), repository.name(), failure);
            return null;
        }
    }

    private String key(RepositoryState repository) {
        return RecordKeys.ofRepository(garden.name(), repository.name());
    }

    private PushPlanning planning(GardenState current) {
        return new PushPlanning(current, work, context.listener());
    }

    private void write(GardenState current, RepositoryState repository, PlannedPush push, Hints hints, Ledger ledger) {
        PushWriter writer = new PushWriter(
                current,
                ledger,
                work,
                context.settings().chunkSize(),
                context.paces(),
                context.clock(),
                context.listener());
        context.listener().closed(writer.write(repository, push, hints));
        tellIgnored(repository, push.reading());
    }

    private void tellIgnored(RepositoryState repository, TreeReading reading) {
        if (!reading.ignored().isEmpty()) {
            context.listener().ignored(garden.name(), repository.name(), reading.ignoredByReason());
            LOG.info("{}: ignored {}", key(repository), reading.ignoredByReason());
            reading.ignored()
                    .forEach((path, reason) -> LOG.debug("{}: {} is ignored: {}", key(repository), path, reason));
        }
    }
}
