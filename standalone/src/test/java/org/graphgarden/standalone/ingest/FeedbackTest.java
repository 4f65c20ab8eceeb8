package org.graphgarden.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.graphgarden.cloudevents.HeaderNames;
import org.graphgarden.events.EntryFeedback;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.SectionFeedback;
import org.graphgarden.events.Verdict;
import org.graphgarden.git.Access;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What stewards' edits say, on a real broker. Each test has a garden of its own, and each look begins without state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String OURS = "Tend\n\nGarden-Cycle: beds/1";

    private final Path temp;
    private final RunningBroker broker;
    private final KafkaClients clients;
    private int looks;

    FeedbackTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "feedback-test");
        this.clients = broker.clients();
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void shouldTellARejectionOnceAndTakeItBackWhenTheDeletionIsReverted() throws Exception {
        try (Library library = new Library(temp.resolve("once"))) {
            // given
            library.pattern("sage", "Sage").write("mint.md", page("")).commit("first");
            library.write("mint.md", page("sage")).commit(OURS);
            look("once", library);

            // when
            String deletion = library.write("mint.md", page("")).commit("No sage here");
            PushClosed told = look("once", library);
            PushClosed again = look("once", library);

            // then
            assertThat(told.getChanges()).isEqualTo(1);
            assertThat(again.getSequence()).isZero();
            assertThat(records("once")).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo("once/mint/link/sage");
                assertThat(record.value().getVerdict()).isEqualTo(Verdict.REJECTED);
                assertThat(record.value().getCommit()).isEqualTo(deletion);
                assertThat(record.value().getAuthor()).isEqualTo(Library.AUTHOR);
                assertThat(record.value().getConfidence()).isEqualTo(0.8);
                assertThat(record.value().getRepository()).isEqualTo("once");
            });
            assertThat(newest("once", "mint"))
                    .containsExactly(new EntryFeedback(EntryKind.LINK, "sage", Verdict.REJECTED, 0.8));

            // when
            library.write("mint.md", page("sage")).commit("Revert \"No sage here\"");
            look("once", library);
            look("once", library);

            // then
            assertThat(records("once")).hasSize(2).last().satisfies(record -> {
                assertThat(record.value()).isNull();
                assertThat(new String(
                                record.headers().lastHeader(HeaderNames.CUT).value(), StandardCharsets.UTF_8))
                        .startsWith("once:3:");
            });
            assertThat(newest("once", "mint")).isEmpty();
        }
    }

    @Test
    void shouldTellWhatIsEditedOnOurBranchAndTakeItBackWhenTheBranchVanishes() throws Exception {
        try (Library library = new Library(temp.resolve("ours"))) {
            // given
            String first =
                    library.pattern("sage", "Sage").write("mint.md", page("")).commit("first");
            library.checkout("graph-garden/2026-03-01")
                    .write("mint.md", page("sage"))
                    .commit(OURS);
            library.checkout("main");
            look("ours", library);

            // when
            library.checkout("graph-garden/2026-03-01")
                    .write("mint.md", page(""))
                    .commit("No sage here");
            library.checkout("main");
            PushClosed edited = look("ours", library);
            PushClosed nothing = look("ours", library);
            library.deleteBranch("graph-garden/2026-03-01");
            PushClosed closed = look("ours", library);

            // then: no commit of the followed branch, and yet a push
            assertThat(edited.getSequence()).isEqualTo(2);
            assertThat(edited.getCommit()).isEqualTo(edited.getBase()).isEqualTo(first);
            assertThat(nothing.getSequence()).isZero();
            assertThat(closed.getSequence()).isEqualTo(3);
            assertThat(records("ours")).hasSize(2).last().satisfies(record -> assertThat(record.value())
                    .isNull());
            assertThat(newest("ours", "mint")).isEmpty();
        }
    }

    @Test
    void shouldTellNothingTwiceWhenAPushIsCutShort() throws Exception {
        try (Library library = new Library(temp.resolve("cut"))) {
            // given
            for (int i = 0; i < 20; i++) {
                library.write("p%02d.md".formatted(i), page("p%02d".formatted(i), "mint"));
            }
            library.pattern("mint", "Mint").commit(OURS);
            look("cut", library);
            for (int i = 0; i < 20; i++) {
                library.write("p%02d.md".formatted(i), page("p%02d".formatted(i), ""));
            }
            library.commit("No mint here");

            // when: it fails once, with some of its changes written
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            PushClosed push = look("cut", 4, library, new IngestListener() {
                @Override
                public void writing(String garden, String repository, int done, int total) {
                    if (done >= 10 && failures.isEmpty()) {
                        throw new IllegalStateException("cut short on purpose");
                    }
                }

                @Override
                public void failed(Throwable failure) {
                    failures.add(failure);
                }
            });

            // then
            assertThat(failures).hasSize(1);
            assertThat(push.getChanges()).isEqualTo(20);
            assertThat(records("cut"))
                    .hasSize(20)
                    .extracting(ConsumerRecord::key)
                    .doesNotHaveDuplicates();
            assertThat(changes("cut")).hasSize(41);
        }
    }

    private static String page(String link) {
        return page("mint", link);
    }

    private static String page(String slug, String link) {
        String links = link.isEmpty()
                ? "  inferred_links: []\n"
                : "  inferred_links:\n    - target: " + link + "\n      type: complementary\n      confidence: 0.8\n";
        return "---\nslug: " + slug + "\ntitle: A page\ngraph_garden:\n  last_pruned: 2026-03-01\n" + links
                + "---\n\nText\n";
    }

    private PushClosed look(String garden, Library library) throws Exception {
        return look(garden, 1000, library, IngestListener.SILENT);
    }

    /** Looks once with nothing in memory or on disk; the push that was closed, or one without a number. */
    private PushClosed look(String garden, int chunk, Library library, IngestListener inner) throws Exception {
        List<PushClosed> pushes = new ArrayList<>();
        List<String> done = new CopyOnWriteArrayList<>();
        IngestListener listener = new IngestListener() {
            @Override
            public void closed(PushClosed push) {
                pushes.add(push);
                done.add("closed");
            }

            @Override
            public void upToDate(String name, String repository, long sequence, String commit) {
                done.add("up to date");
            }

            @Override
            public void writing(String name, String repository, int written, int total) {
                inner.writing(name, repository, written, total);
            }

            @Override
            public void failed(Throwable failure) {
                inner.failed(failure);
            }
        };
        IngestSettings settings = new IngestSettings(Duration.ofHours(1), Duration.ofSeconds(10), chunk, 2);
        try (IngestService service = new IngestService(
                settings,
                List.of(garden(garden, library)),
                clients,
                temp.resolve("state-" + looks++),
                Clock.systemUTC(),
                listener)) {
            service.start();
            await().atMost(DEADLINE).until(() -> !done.isEmpty());
        }
        return pushes.isEmpty() ? new PushClosed() : pushes.get(0);
    }

    private static GardenSource garden(String name, Library library) {
        Access access = Access.to(RepositoryAddress.parse(library.folder().toString()));
        return new GardenSource(
                name, List.of(new RepositorySource(name, access, "main", List.of("**/*.md"), List.of())));
    }

    private List<ConsumerRecord<String, SectionFeedback>> records(String garden) {
        return TopicReader.settled(clients).readToEnd(Topic.SECTION_FEEDBACK, garden, SectionFeedback.class);
    }

    private List<ConsumerRecord<String, PatternChange>> changes(String garden) {
        return TopicReader.settled(clients).readToEnd(Topic.PATTERN_CHANGES, garden, PatternChange.class);
    }

    private List<EntryFeedback> newest(String garden, String slug) {
        List<EntryFeedback> newest = new ArrayList<>();
        changes(garden).stream()
                .filter(record -> record.key().equals(garden + "/" + slug))
                .forEach(record -> {
                    newest.clear();
                    newest.addAll(record.value().getFeedback());
                });
        return newest;
    }
}
