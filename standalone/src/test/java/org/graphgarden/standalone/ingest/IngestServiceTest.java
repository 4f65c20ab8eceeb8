package org.graphgarden.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.EntryRef;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.Access;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.standalone.broker.RunningBroker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ingest service against a real broker and real repositories. Each test has a garden of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestServiceTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path temp;
    private final RunningBroker broker;
    private final KafkaClients clients;
    private final IngestTopics topics;

    IngestServiceTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "ingest-test");
        this.clients = broker.clients();
        this.topics = new IngestTopics(clients);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldImportInChunksAndCloseThePushWhenARepositoryIsNew() throws Exception {
        try (Library library = new Library(temp.resolve("import"))) {
            // given
            for (int i = 0; i < 25; i++) {
                library.pattern("p%02d".formatted(i), "Body " + i);
            }
            library.write("notes/readme.md", "No front matter here.\n").write("broken.md", "---\nslug: [\n---\n");
            String commit = library.commit("first");

            // when
            PushClosed push = ingest("import", 10, library).get(0);

            // then
            assertThat(push.getSequence()).isEqualTo(1);
            assertThat(push.getCommit()).isEqualTo(commit);
            assertThat(push.getBase()).isEmpty();
            assertThat(push.getChanges()).isEqualTo(25);
            assertThat(push.getIgnored()).isEqualTo(1);
            assertThat(push.getRefused()).isEqualTo(1);
            assertThat(topics.changes("import")).hasSize(25).allSatisfy(change -> {
                assertThat(change.getKind()).isEqualTo(ChangeKind.ADDED);
                assertThat(change.getAuthor()).isEqualTo(Library.AUTHOR);
                assertThat(change.getSequence()).isEqualTo(1);
            });
            assertThat(topics.letters("import"))
                    .extracting(DeadLetter::getPath, DeadLetter::getCode, DeadLetter::getCommit)
                    .containsExactly(tuple("broken.md", "INVALID_YAML", commit));
        }
    }

    @Test
    void shouldWriteOnlyWhatMovedWhenRestartedAndHintedAt() throws Exception {
        try (Library library = new Library(temp.resolve("moves"))) {
            // given
            library.pattern("mint", "Mint").pattern("sage", "Sage").pattern("dill", "Dill");
            String first = library.commit("first");
            ingest("moves", 10, library);

            // when
            library.pattern("mint", "Mint, revised").delete("dill.md").delete("sage.md");
            library.write("sage-two.md", library.text("sage-two", "Sage"));
            String second = library.commit("second");
            List<PushClosed> pushes = new CopyOnWriteArrayList<>();
            try (IngestService service = service("moves", 10, library, pushes, temp.resolve("other-state"))) {
                service.start();
                await().atMost(DEADLINE).until(() -> pushes.size() == 1);
                library.pattern("thyme", "Thyme").commit("third");
                topics.hint("moves");
                await().atMost(DEADLINE).until(() -> pushes.size() == 2);
            }

            // then
            assertThat(pushes).extracting(PushClosed::getSequence).containsExactly(2L, 3L);
            assertThat(pushes.get(0).getBase()).isEqualTo(first);
            assertThat(pushes.get(0).getCommit()).isEqualTo(second);
            assertThat(pushes.get(1).getChanges()).isEqualTo(1);
            assertThat(topics.changes("moves").stream()
                            .filter(change -> change.getSequence() == 2)
                            .map(change -> change.getSlug() + " " + change.getKind() + " " + change.getRenamedTo() + " "
                                    + change.getRenamedFrom()))
                    .containsExactlyInAnyOrder(
                            "mint MODIFIED null null",
                            "dill REMOVED null null",
                            "sage REMOVED sage-two null",
                            "sage-two ADDED null sage");
        }
    }

    @Test
    void shouldCauseNoWorkWhenOurOwnCommitComesBackAndKnowItAsPlantedLater() throws Exception {
        try (Library library = new Library(temp.resolve("own"))) {
            // given
            library.pattern("mint", "Mint").commit("first");
            ingest("own", 10, library);

            // when
            library.write("mint.md", library.textWithEntity("mint", "Mint", "shade", ""));
            library.commit("Tend\n\nGarden-Cycle: own/2026-03-02");
            PushClosed ours = ingest("own", 10, library).get(0);
            library.write("mint.md", library.textWithEntity("mint", "Mint, revised", "shade", "soil"));
            library.commit("by hand");
            PushClosed theirs = ingest("own", 10, library).get(0);

            // then
            assertThat(ours.getChanges()).isZero();
            assertThat(theirs.getChanges()).isEqualTo(1);
            List<PatternChange> changes = topics.changes("own");
            assertThat(changes.get(changes.size() - 1).getPlanted())
                    .containsExactly(new EntryRef(EntryKind.ENTITY, "shade"));
        }
    }

    @Test
    void shouldFinishThePushWithoutDoublingWhenCutShortBetweenChunks() throws Exception {
        try (Library library = new Library(temp.resolve("cut"))) {
            // given
            IntStream.range(0, 40).forEach(i -> library.pattern("p%02d".formatted(i), "Body " + i));
            library.commit("first");
            List<PushClosed> pushes = new CopyOnWriteArrayList<>();
            Killer killer = new Killer();
            IngestService first = new IngestService(
                    settings(5),
                    List.of(garden("cut", library)),
                    clients,
                    temp.resolve("s1"),
                    Clock.systemUTC(),
                    killer);
            killer.victim = first;

            // when
            first.start();
            await().atMost(DEADLINE).until(() -> killer.done);
            first.close();
            assertThat(topics.changes("cut").size()).isBetween(5, 35);
            library.pattern("late", "Late").commit("second");
            try (IngestService second = service("cut", 7, library, pushes, temp.resolve("s2"))) {
                second.start();
                await().atMost(DEADLINE).until(() -> pushes.size() == 2);
            }

            // then
            List<PatternChange> changes = topics.changes("cut");
            assertThat(changes)
                    .extracting(PatternChange::getSlug)
                    .doesNotHaveDuplicates()
                    .hasSize(41);
            assertThat(pushes).extracting(PushClosed::getChanges).containsExactly(40, 1);
            assertThat(pushes).extracting(PushClosed::getSequence).containsExactly(1L, 2L);
        }
    }

    @Test
    void shouldRemoveWhatIsGoneWhenHistoryWasRewrittenAndTheStateLost() throws Exception {
        try (Library library = new Library(temp.resolve("rewritten"))) {
            // given
            library.pattern("mint", "Mint").pattern("sage", "Sage").commit("first");
            ingest("rewritten", 10, library);
            library.startOver();
            library.pattern("mint", "Mint").pattern("thyme", "Thyme").commit("another beginning");

            // when
            PushClosed push = ingest("rewritten", 10, library).get(0);

            // then
            assertThat(push.getSequence()).isEqualTo(2);
            assertThat(push.getChanges()).isEqualTo(2);
            assertThat(topics.changes("rewritten").stream()
                            .filter(change -> change.getSequence() == 2)
                            .map(change -> change.getSlug() + " " + change.getKind()))
                    .containsExactlyInAnyOrder("sage REMOVED", "thyme ADDED");
        }
    }

    @Test
    void shouldGoOnWhenTheCommitThatWasPublishedLastIsGoneForEver() throws Exception {
        try (Library library = new Library(temp.resolve("gone"))) {
            // given
            library.pattern("mint", "Mint").pattern("sage", "Sage").commit("first");
            List<PushClosed> pushes = new CopyOnWriteArrayList<>();
            try (IngestService service = service("gone", 10, library, pushes, temp.resolve("gone-state"))) {
                service.start();
                await().atMost(DEADLINE).until(() -> pushes.size() == 1);

                // when
                library.startOver();
                library.pattern("mint", "Mint").pattern("thyme", "Thyme").commit("another beginning");
                topics.hint("gone");
                await().atMost(DEADLINE).until(() -> pushes.size() == 2);
            }

            // then
            assertThat(topics.changes("gone").stream()
                            .filter(change -> change.getSequence() == 2)
                            .map(change -> change.getSlug() + " " + change.getKind()))
                    .containsExactlyInAnyOrder("sage REMOVED", "thyme ADDED");
        }
    }

    @Test
    void shouldLetTheOtherRepositoryTakeOverWhenTheFirstGivesUpASlug() throws Exception {
        try (Library beds = new Library(temp.resolve("beds"));
                Library orchard = new Library(temp.resolve("orchard"))) {
            // given
            beds.pattern("mint", "Mint of the beds").pattern("sage", "Sage").commit("first");
            orchard.pattern("mint", "Mint of the orchard").commit("first");
            List<PushClosed> imports = ingest("two", 10, beds, orchard);

            // when
            beds.delete("mint.md").commit("second");
            List<PushClosed> pushes = new CopyOnWriteArrayList<>();
            try (IngestService service = service("two", 10, pushes, temp.resolve("two-state"), beds, orchard)) {
                service.start();
                await().atMost(DEADLINE).until(() -> pushes.size() == 2);
            }

            // then
            assertThat(imports).extracting(PushClosed::getChanges).containsExactly(2, 0);
            assertThat(pushes).extracting(PushClosed::getRepository).containsExactly("beds", "orchard");
            assertThat(topics.changes("two").stream()
                            .filter(change -> change.getSequence() == 2)
                            .map(change -> change.getRepository() + " " + change.getSlug() + " " + change.getKind()))
                    .containsExactly("beds mint REMOVED", "orchard mint ADDED");
            assertThat(topics.letters("two")).extracting(DeadLetter::getCode).containsExactly("SLUG_TAKEN");
        }
    }

    @Test
    void shouldPublishAnEditWhileTheImportOfAnotherGardenOfThePartitionWaits() throws Exception {
        try (Library edited = new Library(temp.resolve("edited"));
                Library imported = new Library(temp.resolve("imported"))) {
            // given: a group that nobody is in, so that the import waits for it behind its first records
            edited.pattern("mint", "Mint").commit("first");
            IntStream.range(0, 100).forEach(i -> imported.pattern("p%02d".formatted(i), "Body " + i));
            imported.commit("first");
            Closed closed = new Closed();
            try (IngestService service = IngestService.pacedBy(
                    "nobody",
                    settings(1000),
                    List.of(garden("edited", edited), garden("imported", imported)),
                    clients,
                    temp.resolve("waiting-state"),
                    Clock.systemUTC(),
                    closed)) {
                service.start();
                await().atMost(DEADLINE)
                        .until(() -> closed.gardens().contains("edited")
                                && !topics.changes("imported").isEmpty());

                // when
                edited.pattern("mint", "Mint, revised").commit("second");
                topics.hint("edited");
                await().atMost(DEADLINE).until(() -> closed.pushes.size() == 2);

                // then
                assertThat(closed.gardens()).containsExactly("edited", "edited");
                assertThat(topics.changes("imported")).hasSizeLessThan(100);
            }

            // when: another does not wait
            ingest("imported", 1000, imported);

            // then
            assertThat(topics.changes("imported"))
                    .extracting(PatternChange::getSlug)
                    .doesNotHaveDuplicates()
                    .hasSize(100);
        }
    }

    private static final class Closed implements IngestListener {
        private final List<PushClosed> pushes = new CopyOnWriteArrayList<>();

        @Override
        public void closed(PushClosed push) {
            pushes.add(push);
        }

        List<String> gardens() {
            return pushes.stream().map(PushClosed::getGarden).toList();
        }
    }

    /** Ends a service in the middle of its second chunk, as a crash would: nothing of the chunk is committed. */
    private static final class Killer implements IngestListener {
        private volatile @Nullable IngestService victim;
        private volatile boolean done;

        @Override
        public void writing(String garden, String repository, int written, int total) {
            if (written >= 10 && !done) {
                done = true;
                throw new IllegalStateException("cut short on purpose");
            }
        }

        @Override
        public void failed(Throwable failure) {
            IngestService service = victim;
            if (service != null) {
                new Thread(service::close).start();
            }
        }
    }

    private List<PushClosed> ingest(String garden, int chunk, Library... libraries) {
        List<PushClosed> pushes = new CopyOnWriteArrayList<>();
        Path state = temp.resolve("state-" + garden + "-" + System.nanoTime());
        try (IngestService service = service(garden, chunk, pushes, state, libraries)) {
            service.start();
            await().atMost(DEADLINE).until(() -> pushes.size() >= libraries.length);
        }
        return pushes;
    }

    private IngestService service(String garden, int chunk, Library library, List<PushClosed> pushes, Path state) {
        return service(garden, chunk, pushes, state, library);
    }

    private IngestService service(String garden, int chunk, List<PushClosed> pushes, Path state, Library... libraries) {
        IngestListener listener = new IngestListener() {
            @Override
            public void closed(PushClosed push) {
                pushes.add(push);
            }
        };
        return new IngestService(
                settings(chunk), List.of(garden(garden, libraries)), clients, state, Clock.systemUTC(), listener);
    }

    private static IngestSettings settings(int chunk) {
        return new IngestSettings(Duration.ofHours(1), Duration.ofSeconds(10), chunk, 2);
    }

    private static GardenSource garden(String name, Library... libraries) {
        List<RepositorySource> repositories = new ArrayList<>();
        for (Library library : libraries) {
            RepositoryAddress address = RepositoryAddress.parse(library.folder().toString());
            repositories.add(new RepositorySource(
                    library.folder().getFileName().toString(),
                    Access.to(address),
                    null,
                    List.of("**/*.md"),
                    List.of()));
        }
        return new GardenSource(name, repositories);
    }
}
