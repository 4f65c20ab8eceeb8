package org.graphgarden.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.lib.Constants;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.Access;
import org.graphgarden.git.AccessCode;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.git.CredentialSource;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.git.SshSetup;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.ingest.read.IgnoreReason;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.standalone.broker.RunningBroker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What happens to repositories, against a real broker: each story is told by pushes, and nothing but hints speaks of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoryStoriesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration HOURLY = Duration.ofHours(1);

    private final Path temp;
    private final RunningBroker broker;
    private final KafkaClients clients;
    private final IngestTopics topics;

    RepositoryStoriesTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "stories-test");
        this.clients = broker.clients();
        this.topics = new IngestTopics(clients);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldFollowTheHeadWhenHistoryIsForcedRenamedRecreatedAndEmptied() throws Exception {
        Heard heard = new Heard();
        try (Library library = new Library(temp.resolve("forced"));
                Git git = Git.open(library.folder().toFile());
                IngestService service = service(HOURLY, heard, source("forced", library, null))) {
            // given
            String first =
                    library.pattern("mint", "Mint").pattern("sage", "Sage").commit("first");
            service.start();
            heard.awaitCommit(first);

            // when the branch is forced to a history that does not hold what was processed
            git.checkout().setOrphan(true).setName("other").call();
            String forced =
                    library.pattern("sage", "Sage, anew").delete("mint.md").commit("another beginning");
            git.branchCreate()
                    .setName("main")
                    .setStartPoint(forced)
                    .setForce(true)
                    .call();
            git.checkout().setName("main").call();
            topics.hint("forced", first, forced);
            heard.awaitCommit(forced);
            assertThat(table("forced")).isEqualTo(Map.of("sage", "Sage, anew"));

            // when the default branch gets another name
            git.branchRename().setOldName("main").setNewName("trunk").call();
            String renamed = library.pattern("dill", "Dill").commit("on trunk");
            topics.hint("forced", "", renamed);
            heard.awaitCommit(renamed);
            assertThat(table("forced")).containsOnlyKeys("sage", "dill");

            // when the branch is deleted, with a hint of zeros, and comes back
            git.checkout().setName("aside").setCreateBranch(true).call();
            git.branchDelete().setBranchNames("trunk").setForce(true).call();
            git.getRepository().updateRef(Constants.HEAD).link("refs/heads/trunk");
            topics.hint("forced", renamed, "0".repeat(40));
            await().atMost(DEADLINE).until(() -> heard.failures.contains(AccessCode.EMPTY));
            assertThat(table("forced")).as("gone is not removed").containsOnlyKeys("sage", "dill");
            git.getRepository().updateRef(Constants.HEAD).link("refs/heads/aside");
            git.reset().setMode(ResetType.HARD).setRef(forced).call();
            topics.hint("forced", "0".repeat(40), forced);
            await().atMost(DEADLINE).until(() -> table("forced").equals(Map.of("sage", "Sage, anew")));

            // when all files are removed
            String emptied = library.delete("sage.md").commit("nothing left");
            topics.hint("forced", "f".repeat(40), emptied);
            heard.awaitCommit(emptied);
            assertThat(table("forced")).isEmpty();
            assertThat(heard.pushes).extracting(PushClosed::getSequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    @Test
    void shouldSayThatTheBranchIsGoneAndKeepWhatWasPublishedWhenItIsConfigured() throws Exception {
        Heard heard = new Heard();
        try (Library library = new Library(temp.resolve("named"));
                Git git = Git.open(library.folder().toFile());
                IngestService service = service(HOURLY, heard, source("named", library, "main"))) {
            // given
            String first = library.pattern("mint", "Mint").commit("first");
            service.start();
            heard.awaitCommit(first);

            // when
            git.branchRename().setOldName("main").setNewName("trunk").call();
            topics.hint("named", first, "0".repeat(40));
            await().atMost(DEADLINE).until(() -> heard.failures.contains(AccessCode.BRANCH_MISSING));

            // then
            assertThat(table("named")).containsOnlyKeys("mint");
            git.branchRename().setOldName("trunk").setNewName("main").call();
            String second = library.pattern("sage", "Sage").commit("second");
            topics.hint("named", first, second);
            heard.awaitCommit(second);
            assertThat(table("named")).containsOnlyKeys("mint", "sage");
        }
    }

    @Test
    void shouldTakeFiveThousandFilesAndLargeOnesAndRefuseTheOneOverTheLimit() throws Exception {
        Heard heard = new Heard();
        try (Library library = new Library(temp.resolve("many"));
                IngestService service = service(HOURLY, heard, source("many", library, null))) {
            // given
            for (int i = 0; i < 5000; i++) {
                library.write("p/%02d/%04d.md".formatted(i % 50, i), library.text("p%04d".formatted(i), "Body " + i));
            }
            library.pattern("large", "word ".repeat(337_000 / 5)).pattern("too-large", "word ".repeat(800 * 1024 / 5));
            String commit = library.commit("all at once");

            // when
            service.start();
            heard.awaitCommit(commit);

            // then
            PushClosed push = heard.pushes.get(0);
            assertThat(push.getChanges()).isEqualTo(5001);
            assertThat(push.getRefused()).isEqualTo(1);
            assertThat(topics.letters("many")).singleElement().satisfies(letter -> {
                assertThat(letter.getPath()).isEqualTo("too-large.md");
                assertThat(letter.getCode()).isEqualTo("FILE_TOO_LARGE");
            });
        }
    }

    @Test
    void shouldSayWhyOfEachIgnoredFileAndKeepOddNamesAsTheyAre() throws Exception {
        Heard heard = new Heard();
        String composed = Normalizer.normalize("caf\u00e9", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        List<String> names = List.of(
                "with space",
                "quo\"te",
                "apostrophe's",
                "new\nline",
                "back\\slash",
                "-dash",
                "--help",
                composed,
                decomposed);
        try (Library library = new Library(temp.resolve("names"));
                IngestService service = service(HOURLY, heard, source("names", library, null))) {
            // given
            for (int i = 0; i < names.size(); i++) {
                library.write(names.get(i) + ".md", library.text("s" + i, "Body"));
            }
            library.write("plain.md", "No front matter.\n").write("page.md", "---\ntitle: A page\n---\n");
            library.write("picture.svg", "<svg/>");
            library.write("kept-elsewhere.md", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
            Files.createSymbolicLink(library.folder().resolve("link.md"), Path.of("/etc/passwd"));
            Files.createSymbolicLink(library.folder().resolve("loop.md"), Path.of("loop.md"));
            String commit = library.commit("odd names");

            // when
            service.start();
            heard.awaitCommit(commit);

            // then
            assertThat(topics.changes("names"))
                    .extracting(PatternChange::getPath)
                    .containsExactlyInAnyOrderElementsOf(
                            names.stream().map(name -> name + ".md").toList());
            await().atMost(DEADLINE).until(() -> !heard.ignored.isEmpty());
            assertThat(heard.ignored)
                    .isEqualTo(new EnumMap<>(Map.of(
                            IgnoreReason.NO_FRONT_MATTER, 1,
                            IgnoreReason.NO_SLUG, 1,
                            IgnoreReason.NOT_CHOSEN, 1,
                            IgnoreReason.LFS_POINTER, 1,
                            IgnoreReason.SYMLINK, 2)));
            assertThat(topics.letters("names")).isEmpty();
        }
    }

    @Test
    void shouldNotLoseThePushThatComesWhileItsRepositoryIsWorkedOff() throws Exception {
        Heard heard = new Heard();
        heard.hold = new CountDownLatch(1);
        try (Library library = new Library(temp.resolve("busy"));
                IngestService service = service(HOURLY, heard, source("busy", library, null))) {
            // given
            String first = library.pattern("mint", "Mint").commit("first");
            service.start();
            assertThat(heard.held.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            // when it is hinted at while the first is being written
            String second = library.pattern("sage", "Sage").commit("second");
            topics.hint("busy", first, second);
            await().atMost(DEADLINE).until(() -> heard.fetches("busy") >= 2);
            heard.hold.countDown();

            // then
            heard.awaitCommit(second);
            assertThat(heard.pushes).extracting(PushClosed::getCommit).containsExactly(first, second);

            // when the same delivery comes again
            int before = heard.fetches("busy");
            topics.hint("busy", first, second);
            await().atMost(DEADLINE).until(() -> heard.fetches("busy") > before && heard.unmoved > 0);

            // then
            assertThat(heard.pushes).hasSize(2);
        }
    }

    @Test
    void shouldWorkOffARedeliveryAfterAFailureAndNotKeepTheSiblingOfASilentHostWaiting() throws Exception {
        Heard heard = new Heard();
        try (Library library = new Library(temp.resolve("well"));
                Library late = new Library(temp.resolve("late"));
                SilentHost silent = new SilentHost();
                IngestService service = service(
                        HOURLY,
                        heard,
                        new GardenSource(
                                "siblings",
                                List.of(
                                        repository("silent", silent.address(), null),
                                        repository("late", late.folder().toString(), null),
                                        repository("well", library.folder().toString(), null))))) {
            // given
            library.pattern("mint", "Mint").commit("first");
            service.start();
            await().atMost(DEADLINE).until(() -> heard.failures.contains(AccessCode.EMPTY) && heard.pushes.size() == 1);
            assertThat(silent.waiting())
                    .as("the silent host is being waited for")
                    .isTrue();

            // when
            long start = System.nanoTime();
            String second = library.pattern("sage", "Sage").commit("second");
            topics.hint("siblings", "well", "", second);
            heard.awaitCommit(second);
            Duration sibling = Duration.ofNanos(System.nanoTime() - start);
            String mended = late.pattern("dill", "Dill").commit("at last");
            topics.hint("siblings", "late", "", mended);
            heard.awaitCommit(mended);

            // then
            assertThat(sibling).isLessThan(Duration.ofSeconds(10));
            assertThat(heard.failures).doesNotContain(AccessCode.TIMEOUT);
            assertThat(table("siblings")).containsOnlyKeys("mint", "sage", "dill");
        }
    }

    @Test
    void shouldFindAMissedPushWithinTheIntervalWhenNoHintComes() throws Exception {
        Heard heard = new Heard();
        Duration interval = Duration.ofSeconds(3);
        try (Library library = new Library(temp.resolve("missed"));
                IngestService service = service(interval, heard, source("missed", library, null))) {
            // given
            heard.awaitStart(service, library.pattern("mint", "Mint").commit("first"));

            // when
            long start = System.nanoTime();
            heard.awaitCommit(library.pattern("sage", "Sage").commit("second"));

            // then
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(interval.plusSeconds(2));
        }
    }

    /** Hears what the service does, and holds the first push up if it is told to. */
    private static final class Heard implements IngestListener {
        private final List<PushClosed> pushes = new CopyOnWriteArrayList<>();
        private final List<AccessCode> failures = new CopyOnWriteArrayList<>();
        private final Map<String, Integer> fetches = new ConcurrentHashMap<>();
        private final Map<IgnoreReason, Integer> ignored = new ConcurrentHashMap<>();
        private final CountDownLatch held = new CountDownLatch(1);
        private volatile @Nullable CountDownLatch hold;
        private volatile int unmoved;

        @Override
        public void fetched(String garden, String repository, String commit) {
            fetches.merge(repository, 1, Integer::sum);
        }

        @Override
        public void unreachable(String garden, String repository, AccessFailure failure) {
            failures.add(failure.code());
        }

        @Override
        public void writing(String garden, String repository, int done, int total) {
            CountDownLatch latch = hold;
            if (latch != null) {
                held.countDown();
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void ignored(String garden, String repository, SortedMap<IgnoreReason, Integer> counts) {
            ignored.putAll(counts);
        }

        @Override
        public void upToDate(String garden, String repository, long sequence, String commit) {
            unmoved = 1;
        }

        @Override
        public void closed(PushClosed push) {
            pushes.add(push);
        }

        int fetches(String repository) {
            return fetches.getOrDefault(repository, 0);
        }

        void awaitCommit(String commit) {
            await().atMost(DEADLINE).until(() -> pushes.stream()
                    .anyMatch(push -> push.getCommit().equals(commit)));
        }

        void awaitStart(IngestService service, String commit) {
            service.start();
            awaitCommit(commit);
        }
    }

    private IngestService service(Duration interval, Heard heard, GardenSource garden) {
        IngestSettings settings = new IngestSettings(interval, Duration.ofSeconds(60), 1000, 2);
        return new IngestService(
                settings, List.of(garden), clients, temp.resolve("state-" + garden.name()), Clock.systemUTC(), heard);
    }

    private static GardenSource source(String name, Library library, @Nullable String branch) {
        return new GardenSource(name, List.of(repository(name, library.folder().toString(), branch)));
    }

    private static RepositorySource repository(String name, String address, @Nullable String branch) {
        Access access = new Access(
                RepositoryAddress.parse(address), CredentialSource.NONE, SshSetup.USERS_OWN, Duration.ofSeconds(60));
        return new RepositorySource(name, access, branch, List.of("**/*.md"), List.of());
    }

    /** Last lines of the bodies by slug, as the changes leave them. */
    private SortedMap<String, String> table(String garden) {
        SortedMap<String, String> table = new TreeMap<>();
        for (PatternChange change : topics.changes(garden)) {
            if (change.getKind() == ChangeKind.REMOVED) {
                table.remove(change.getSlug());
            } else {
                String text = new String(change.getContent().array(), StandardCharsets.UTF_8).strip();
                table.put(change.getSlug(), text.substring(text.lastIndexOf('\n') + 1));
            }
        }
        return table;
    }
}
