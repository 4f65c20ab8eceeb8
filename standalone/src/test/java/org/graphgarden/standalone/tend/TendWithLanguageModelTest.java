package org.graphgarden.standalone.tend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.EvidenceKind;
import org.graphgarden.events.Link;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.SimpleModels;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.standalone.chat.Oracle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs that turn to a language model. */
class TendWithLanguageModelTest {
    private static final List<String> SLUGS =
            List.of("adze", "billhook", "dibber", "fork", "hoe", "mattock", "rake", "scythe", "spade", "trowel");
    /** Eight links of each of ten patterns are asked about: 80 reasons, and 40 pairs at least. */
    private static final int LEAST_QUESTIONS = 80 + 40;

    private final Path temp;

    TendWithLanguageModelTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @BeforeEach
    void writeLibrary() throws Exception {
        try (Git git = Git.init()
                .setDirectory(library().toFile())
                .setInitialBranch("main")
                .call()) {
            for (String slug : SLUGS) {
                Files.writeString(
                        library().resolve(slug + ".md"),
                        "---\nslug: " + slug + "\ntitle: Good " + slug + "\n---\n\nIt hangs in the shed.\n");
            }
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Write patterns").setSign(false).call();
        }
    }

    @Test
    void shouldAskNothingTheSecondTimeAndSayTheSame() throws Exception {
        try (Oracle oracle = new Oracle()) {
            // when
            TendResult first = tend(oracle);
            int asked = oracle.asked();
            TendResult second = tend(oracle);
            // then
            assertThat(asked).isGreaterThanOrEqualTo(LEAST_QUESTIONS);
            assertThat(oracle.mostAtOnce()).isEqualTo(2);
            assertThat(oracle.asked()).isEqualTo(asked);
            assertThat(second.enriched()).isEqualTo(first.enriched()).hasSameSizeAs(SLUGS);
            assertThat(second.diff()).isEqualTo(first.diff()).contains("Whoever reads this looks for Good ");
        }
    }

    @Test
    void shouldLoseNothingWhenTheEndpointDiesAndSayTheSameWhenItIsBack() throws Exception {
        TendResult first;
        try (Oracle dying = new Oracle(30)) {
            // when
            first = tend(dying.settings());
            // then
            assertThat(dying.asked()).isBetween(30, 31);
        }
        assertThat(first.enriched()).hasSameSizeAs(SLUGS).allSatisfy(pattern -> assertThat(pattern.getLinks())
                .hasSize(SLUGS.size() - 1));
        assertThat(links(first)).anyMatch(TendWithLanguageModelTest::isAdvised).anyMatch(link -> !isAdvised(link));
        assertThat(links(first))
                .filteredOn(link -> !isAdvised(link))
                .allSatisfy(link -> assertThat(link.getReason()).startsWith("It hangs near "))
                .allSatisfy(link -> assertThat(link.getConfidence()).isEqualTo(0.6));
        try (Oracle back = new Oracle()) {
            // when
            TendResult second = tend(back);
            // then
            assertThat(back.asked()).isZero();
            assertThat(second.enriched()).isEqualTo(first.enriched());
        }
    }

    private static List<Link> links(TendResult result) {
        return result.enriched().stream()
                .map(EnrichedPattern::getLinks)
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isAdvised(Link link) {
        return link.getEvidence().stream()
                .anyMatch(evidence -> evidence.getKind() == EvidenceKind.MODEL_VERDICT
                        || evidence.getKind() == EvidenceKind.MODEL_WORDING);
    }

    private TendResult tend(Oracle oracle) throws IOException {
        return tend(oracle.settings());
    }

    private TendResult tend(Map<String, Object> languageModel) throws IOException {
        TendOptions options = new Asked(library().toString(), LocalDate.of(2026, 3, 1), temp.resolve("state"))
                .dryRun(true)
                .showDiff()
                .options();
        Map<String, Object> all = Map.of(
                "inference",
                Map.of("embedding", "false"),
                "language-model",
                languageModel,
                "prune",
                Map.of("plant-threshold", "0.7", "drop-threshold", "0.65"));
        try (Cleanup cleanup = new Cleanup()) {
            RunFolder run = cleanup.add("run-folder", RunFolder.create(temp), Duration.ofSeconds(10));
            TendConfiguration settings = TendConfiguration.of(options, GardenDeclarations.ALL, all);
            GardenServices services =
                    new GardenServices(sentences -> new SimpleModels("shed", TendWithLanguageModelTest::neighbours));
            return new TendRun(options, settings, run, Progress.SILENT, cleanup, services).run();
        }
    }

    private Path library() {
        return temp.resolve("library");
    }

    /** Every pattern may be linked to every other, and nobody is sure. */
    private static Enrichment neighbours(String slug, Map<String, Profile> garden) {
        List<CandidateLink> links = garden.keySet().stream()
                .filter(other -> !other.equals(slug))
                .sorted()
                .map(other -> new CandidateLink(
                        other, "complementary", 0.6, "It hangs near " + other + ".", List.of(), List.of()))
                .toList();
        return new Enrichment(List.of(), links, List.of(), 0);
    }
}
