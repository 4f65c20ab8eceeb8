package org.graphgarden.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/** The one who alone fetches a garden's repositories and writes what moved. One thread at a time. */
final class GardenOwner implements AutoCloseable {

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
            Path clones,
            Clock clock,
            Pace.Source paces,
            IngestListener listener,
            Semaphore looks) {
        /** Gardens that are looked at beside one another: each may hold some megabytes of files. */
        static final int MOST_LOOKS = 8;
    }

    /**
     * Looks at the repositories that the hints concern and brings what is published up to them. What it knows it has read
     * behind the taking over of this ledger; with another ledger it is read again.
     */
    void ingest(Hints hints, Ledger ledger) {
        if (knownBy != ledger) {
            close();
            knownBy = ledger;
        }
        GardenState current = state == null ? recover(true) : state;
        Map<RepositoryState, String> heads = fetch(current, hints);
        if (!finishOpenPushes(current, heads.keySet(), hints, ledger)) {
            close();
            current = recover(false);
            heads = fetch(current, hints);
        }
        for (Map.Entry<RepositoryState, String> head : heads.entrySet()) {
            push(current, head.getKey(), head.getValue(), hints, ledger);
        }
        settle(current, hints, ledger);
    }

    @Override
    public void close() {
        if (state != null) {
            state.close();
            state = null;
        }
    }

    private GardenState recover(boolean trustCommits) {
        GardenState recovered = GardenState.recover(garden, context.clones(), context.clients(), work, trustCommits);
        state = recovered;
        return recovered;
    }

    private Map<RepositoryState, String> fetch(GardenState current, Hints hints) {
        Map<RepositoryState, String> heads = new LinkedHashMap<>();
        for (RepositoryState repository : current.repositories()) {
            if (hints.concern(RecordKeys.ofRepository(garden.name(), repository.name()))) {
                work.checkCancelled();
                context.listener().fetching(garden.name(), repository.name());
                FetchOutcome outcome =
                        repository.git().fetch(repository.source().branch(), BareClone.GARDEN_BRANCHES);
                if (outcome instanceof FetchOutcome.Head head) {
                    heads.put(repository, head.commit());
                    context.listener().fetched(garden.name(), repository.name(), head.commit());
                } else {
                    context.listener()
                            .unreachable(garden.name(), repository.name(), ((FetchOutcome.Failed) outcome).failure());
                }
            }
        }
        return heads;
    }

    /**
     * Finishes pushes that were cut short, each towards its own commit and with its own plan. False when one cannot be
     * finished so: then what it has written has to be looked up before anything else is planned.
     */
    private boolean finishOpenPushes(
            GardenState current, Set<RepositoryState> repositories, Hints hints, Ledger ledger) {
        for (RepositoryState repository : repositories) {
            Position.Open open = repository.position().open();
            if (open != null && current.fromCommits()) {
                if (!repository.git().history().knows(open.commit())) {
                    return false;
                }
                PlannedPush push = planning(current).plan(repository, open.commit());
                if (!push.fingerprint().equals(open.plan())) {
                    return false;
                }
                write(current, repository, push, hints, ledger);
            }
        }
        return true;
    }

    /** Lets repositories speak whose files take over a slug that another gave up. */
    private void settle(GardenState current, Hints hints, Ledger ledger) {
        for (RepositoryState repository : current.repositories()) {
            boolean imported = repository.position().sequence() > 0;
            boolean waiting = current.waiting(null, current.published(), current.desired())
                    .contains(repository);
            if (imported && waiting && repository.tableFromCommit()) {
                push(current, repository, repository.base(), hints, ledger);
            }
        }
    }

    private void push(GardenState current, RepositoryState repository, String target, Hints hints, Ledger ledger) {
        PlannedPush push = planning(current).plan(repository, target);
        Position position = repository.position();
        boolean moved = !position.commit().equals(target)
                || position.open() != null
                || !position.rules().equals(garden.rules())
                || !push.plan().changes().isEmpty();
        if (moved) {
            write(current, repository, push, hints, ledger);
        } else {
            context.listener().upToDate(garden.name(), repository.name(), position.sequence(), position.commit());
        }
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
    }
}
