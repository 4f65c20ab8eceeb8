package org.graphgarden.ingest;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.git.TreeFile;
import org.graphgarden.ingest.change.ChangePlanner;
import org.graphgarden.ingest.change.GardenTable;
import org.graphgarden.ingest.change.PatternFile;
import org.graphgarden.ingest.change.Published;
import org.graphgarden.ingest.change.RepositoryTable;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.ingest.read.CommitReader;
import org.graphgarden.ingest.read.FileAt;
import org.graphgarden.kafka.KafkaClients;
import org.jspecify.annotations.Nullable;

/** What the owner of a garden holds in memory: rebuilt from committed positions and commits, never saved. */
final class GardenState {

    private final GardenSource garden;
    private final List<RepositoryState> repositories;
    private final boolean fromCommits;
    private final StandingFeedback feedback;
    private SortedMap<String, Published> published = new TreeMap<>();

    private GardenState(
            GardenSource garden, List<RepositoryState> repositories, boolean fromCommits, StandingFeedback feedback) {
        this.garden = garden;
        this.repositories = repositories;
        this.fromCommits = fromCommits;
        this.feedback = feedback;
    }

    /**
     * Rebuilds the state from what is committed.
     *
     * @param passedOver told of records that cannot be read
     * @param trustCommits whether what is published may be told from commits, where they are known; else it is read from
     *     the topic
     */
    static GardenState recover(
            GardenSource garden,
            Clones clones,
            KafkaClients clients,
            BlobWork work,
            Unreadable passedOver,
            boolean trustCommits) {
        Positions positions = Positions.read(clients, garden.name(), passedOver);
        List<RepositoryState> repositories = garden.repositories().stream()
                .map(source -> new RepositoryState(
                        source, clones.of(garden.name(), source), positions.of(garden.name(), source.name())))
                .toList();
        List<RepositoryState> unknown = repositories.stream()
                .filter(state -> !restore(state, garden.rules(), work))
                .toList();
        StandingFeedback feedback = StandingFeedback.read(clients, garden.name());
        repositories.forEach(
                each -> each.hold(each.table().withFeedback(feedback.hashes(each.name())), each.tableFromCommit()));
        GardenState state = new GardenState(garden, repositories, trustCommits && unknown.isEmpty(), feedback);
        if (state.fromCommits) {
            state.published = state.desired().winners();
        } else {
            state.published = new PublishedReader(clients, passedOver).read(garden.name());
            unknown.forEach(each -> each.hold(tableOf(each.name(), state.published), false));
        }
        return state;
    }

    /** Whether what is published was told from commits, so that an unfinished push is not in it. */
    boolean fromCommits() {
        return fromCommits;
    }

    /** What stands on the topic of feedback. */
    StandingFeedback feedback() {
        return feedback;
    }

    GardenSource garden() {
        return garden;
    }

    List<RepositoryState> repositories() {
        return repositories;
    }

    SortedMap<String, Published> published() {
        return published;
    }

    void publish(SortedMap<String, Published> next) {
        published = next;
    }

    /** What should be published, by the tables that are held. */
    GardenTable desired() {
        return GardenTable.of(repositories.stream().map(RepositoryState::table).toList());
    }

    /** The same, if {@code state} held another table. */
    GardenTable desiredWith(RepositoryState state, RepositoryTable table) {
        return GardenTable.of(repositories.stream()
                .map(each -> each == state ? table : each.table())
                .toList());
    }

    /** Repositories other than {@code moved} that would have something to push if these were the tables. */
    List<RepositoryState> waiting(
            @Nullable RepositoryState moved, SortedMap<String, Published> next, GardenTable desired) {
        return repositories.stream()
                .filter(each -> each != moved)
                .filter(each -> !ChangePlanner.plan(next, desired, each.name())
                        .changes()
                        .isEmpty())
                .toList();
    }

    /** Reads the table at the repository's position, if the commit is here and the rules are those of then. */
    private static boolean restore(RepositoryState state, String rules, BlobWork work) {
        Position position = state.position();
        if (position.sequence() == 0) {
            return true;
        }
        if (!position.rules().equals(rules)
                || !state.git().open()
                || !state.git().history().knows(position.commit())) {
            return false;
        }
        try {
            state.hold(new RepositoryTable(state.name(), files(state, work)), true);
            return true;
        } catch (UncheckedIOException e) {
            if (state.git().damage(e) == null) {
                throw e;
            }
            return false;
        }
    }

    private static SortedMap<String, PatternFile> files(RepositoryState state, BlobWork work) {
        Position position = state.position();
        List<FileAt> files = new ArrayList<>();
        for (TreeFile file : state.git().tree(state.filter()).list(position.commit())) {
            files.add(new FileAt(file.path(), file.blob()));
        }
        IntConsumer silent = done -> {};
        CommitReader reader = CommitReader.of(state.git(), position.commit(), state.filter(), state.planted(), work);
        return reader.read(files, silent).found();
    }

    private static RepositoryTable tableOf(String repository, SortedMap<String, Published> published) {
        SortedMap<String, PatternFile> files = new TreeMap<>();
        for (Published each : published.values()) {
            if (each.repository().equals(repository)) {
                files.put(each.file().path(), each.file());
            }
        }
        return new RepositoryTable(repository, files);
    }
}
