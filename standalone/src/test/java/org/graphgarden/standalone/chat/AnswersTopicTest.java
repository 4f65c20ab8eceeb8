package org.graphgarden.standalone.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.AnswerOutcome;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.EvidenceKind;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.Link;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushClosed;
import org.graphgarden.inference.chat.AnswerShelf;
import org.graphgarden.inference.chat.LanguageModelSettings;
import org.graphgarden.inference.chat.LanguageModelUse;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceListener;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.settings.Settings;
import org.graphgarden.standalone.SimpleModels;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inference with a language model on a real broker: answers are records, so whoever takes over asks nothing again. */
class AnswersTopicTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String GARDEN = "orchard";
    private static final String REPOSITORY = "trees";
    private static final List<String> SLUGS = List.of("apple", "cherry", "medlar", "pear", "quince");

    private final Path temp;
    private final RunningBroker broker;

    AnswersTopicTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.broker = new RunningBroker(temp, "answers-test");
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void shouldAskNothingAgainWhenAnotherProcessInfersAllAnew() throws Exception {
        try (Oracle oracle = new Oracle()) {
            // given
            Map<String, List<Link>> first = infer("one", oracle);
            int asked = oracle.asked();
            assertThat(asked).as("pairs once, reasons of either end").isEqualTo(10 + 20);
            assertThat(oracle.mostAtOnce()).isEqualTo(2);
            assertThat(first.get("pear")).hasSize(4).allSatisfy(link -> {
                assertThat(link.getConfidence()).isEqualTo(0.775);
                assertThat(link.getReason()).startsWith("Whoever reads this looks for ");
                assertThat(link.getEvidence())
                        .extracting(evidence -> evidence.getKind())
                        .containsExactlyInAnyOrder(EvidenceKind.MODEL_VERDICT, EvidenceKind.MODEL_WORDING);
            });
            assertThat(answers().values())
                    .hasSize(asked)
                    .allMatch(answer -> answer.getOutcome() == AnswerOutcome.ANSWERED);
            // when
            Map<String, List<Link>> second = infer("two", oracle);
            // then
            assertThat(oracle.asked()).isEqualTo(asked);
            assertThat(second).isEqualTo(first);
        }
    }

    /** Infers the whole garden under a new name of the models, without anything that an earlier process left on disk. */
    private Map<String, List<Link>> infer(String name, Oracle oracle) throws Exception {
        LanguageModelSettings settings = LanguageModelSettings.of(
                        new Settings(LanguageModelSettings.SECTION.settings(), oracle.settings()))
                .orElseThrow();
        try (InferenceService service = new InferenceService(
                new InferenceSettings(1, Duration.ofMillis(100), 0.5, 0.1, false, 0, ""),
                broker.clients(),
                SentenceModel.NONE,
                new SimpleModels(name, AnswersTopicTest::neighbours),
                temp.resolve("streams-" + name),
                InferenceListener.SILENT,
                Optional.of(new LanguageModelUse(settings, AnswerShelf.NONE)),
                failure -> {})) {
            service.start();
            if (enriched().isEmpty()) {
                push();
            }
            await().atMost(DEADLINE).until(() -> isInferredBy(name));
            Map<String, List<Link>> links = new TreeMap<>();
            enriched().values().forEach(pattern -> links.put(pattern.getSlug(), pattern.getLinks()));
            return links;
        }
    }

    private boolean isInferredBy(String name) {
        NavigableMap<String, EnrichedPattern> table = enriched();
        return table.size() == SLUGS.size()
                && table.values().stream()
                        .allMatch(pattern -> pattern.getModel().startsWith(name + "+oracle-"));
    }

    private NavigableMap<String, EnrichedPattern> enriched() {
        return TopicReader.settled(broker.clients()).readTable(Topic.ENRICHED_PATTERNS, GARDEN, EnrichedPattern.class);
    }

    private NavigableMap<String, LanguageModelAnswer> answers() {
        return TopicReader.settled(broker.clients())
                .readTable(Topic.LANGUAGE_MODEL_ANSWERS, GARDEN, LanguageModelAnswer.class);
    }

    private void push() {
        try (Producer<String, SpecificRecord> producer = broker.clients().producer()) {
            for (String slug : SLUGS) {
                String file = "---\nslug: " + slug + "\ntitle: Old " + slug + " tree\n---\n\nIt bears in autumn.\n";
                PatternChange change = PatternChange.newBuilder()
                        .setGarden(GARDEN)
                        .setRepository(REPOSITORY)
                        .setSlug(slug)
                        .setPath(slug + ".md")
                        .setKind(ChangeKind.ADDED)
                        .setSequence(1)
                        .setContent(ByteBuffer.wrap(file.getBytes(UTF_8)))
                        .build();
                producer.send(new ProducerRecord<>(
                        Topic.PATTERN_CHANGES.topicName(), RecordKeys.ofPattern(GARDEN, slug), change));
            }
            PushClosed closed = PushClosed.newBuilder()
                    .setGarden(GARDEN)
                    .setRepository(REPOSITORY)
                    .setSequence(1)
                    .setChanges(SLUGS.size())
                    .build();
            producer.send(new ProducerRecord<>(
                    Topic.PUSHES_CLOSED.topicName(), RecordKeys.ofRepository(GARDEN, REPOSITORY), closed));
        }
    }

    /** Every pattern may be linked to every other, and nobody is sure. */
    private static Enrichment neighbours(String slug, Map<String, Profile> garden) {
        List<CandidateLink> links = garden.keySet().stream()
                .filter(other -> !other.equals(slug))
                .sorted()
                .map(other -> new CandidateLink(
                        other, "complementary", 0.6, "It stands near " + other + ".", List.of(), List.of()))
                .toList();
        return new Enrichment(List.of(), links, List.of(), 0);
    }
}
