package org.graphgarden.standalone.tend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.standalone.feedback.Forgetting;
import org.graphgarden.standalone.tended.Tended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A steward disagrees with ordinary edits, and whole runs obey: real broker, real Git, the shipped models, and never any state. */
class DisagreementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PersonIdent STEWARD = new PersonIdent("Steward", "steward@example.org");
    private static final List<String> TITLES = List.of(
            "Rain Barrel",
            "Rain Garden",
            "Drip Line",
            "Mulched Bed",
            "Compost Heap",
            "Worm Bin",
            "Tool Shed",
            "Seed Swap");

    private final Path temp;
    private final Git git;
    private int runs;

    DisagreementTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.git = Git.init()
                .setDirectory(Files.createDirectory(temp.resolve("library")).toFile())
                .setInitialBranch("main")
                .call();
    }

    @BeforeEach
    void writeAndTend() throws Exception {
        for (int i = 0; i < TITLES.size(); i++) {
            String title = TITLES.get(i);
            String next = TITLES.get((i + 1) % TITLES.size());
            write(slug(title), """
                    ---
                    slug: %s
                    title: %s
                    summary: A %s keeps water and soil in the bed through dry weeks.
                    ---

                    The %s stands beside the bed. Rain water from the roof, compost and mulch keep the soil moist.
                    It works best with a %s near the roof, the bed and the neighbours' garden.
                    """.formatted(slug(title), title, title.toLowerCase(Locale.ROOT), title, next));
        }
        commit("Write patterns");
        tend();
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void shouldObeyEveryWayToDisagreeAndForgetWhenTold() throws Exception {
        // given
        LinkEntry rejected = section("rain-barrel").links().get(0);
        EntityEntry entity = section("drip-line").entities().get(0);
        LinkEntry promoted = section("mulched-bed").links().stream()
                .filter(link -> !link.target().equals("rain-barrel"))
                .findFirst()
                .orElseThrow();
        LinkEntry pinned = section("tool-shed").links().get(0);
        // when
        edit("rain-barrel", withoutLink("rain-barrel", rejected));
        edit("drip-line", withoutEntity("drip-line", entity));
        edit(
                "mulched-bed",
                withoutLink("mulched-bed", promoted)
                        .replaceFirst(
                                "\nsummary", "\nrelationships:\n  enables: [" + promoted.target() + "]\nsummary"));
        edit("tool-shed", text("tool-shed").replace(pinned.reason(), "The rakes hang there."));
        edit("worm-bin", withoutSection("worm-bin").replaceFirst("\nsummary", "\ngraph_garden: false\nsummary"));
        edit("seed-swap", withoutSection("seed-swap"));
        commit("Disagree");
        Map<String, String> mine = texts();
        tend();
        // then
        assertThat(targets("rain-barrel")).isNotEmpty().doesNotContain(rejected.target());
        assertThat(targets(rejected.target())).doesNotContain("rain-barrel");
        assertThat(section("drip-line").entities()).extracting(EntityEntry::id).doesNotContain(entity.id());
        assertThat(targets("mulched-bed")).doesNotContain(promoted.target());
        assertThat(targets(promoted.target())).doesNotContain("mulched-bed");
        assertThat(section("tool-shed").links()).anySatisfy(link -> {
            assertThat(link.target()).isEqualTo(pinned.target());
            assertThat(link.reason()).isEqualTo("The rakes hang there.");
            assertThat(link.confidence()).isEqualTo(pinned.confidence());
        });
        assertThat(text("worm-bin")).isEqualTo(mine.get("worm-bin"));
        assertThat(text("seed-swap")).isEqualTo(mine.get("seed-swap"));

        // when: nothing moved since
        Map<String, String> obeyed = texts();
        tend();
        // then
        assertThat(texts()).isEqualTo(obeyed);

        // when
        new Forgetting(library(), Clock.systemUTC()).forget("rain-barrel", EntryKind.LINK, rejected.target());
        tend();
        // then
        assertThat(targets("rain-barrel")).contains(rejected.target());
    }

    @Test
    void shouldPlantNothingAgainOfAGardenCommitThatWasReverted() throws Exception {
        // given
        Map<String, GardenSection> planted = new HashMap<>();
        for (String title : TITLES) {
            planted.put(slug(title), section(slug(title)));
        }
        // when
        git.revert().include(git.getRepository().resolve("HEAD")).call();
        tend();
        // then
        for (String title : TITLES) {
            GardenSection before = requireNonNull(planted.get(slug(title)));
            GardenSection after = section(slug(title));
            assertThat(before.links()).isNotEmpty();
            assertThat(after.links())
                    .extracting(LinkEntry::target)
                    .doesNotContainAnyElementsOf(
                            before.links().stream().map(LinkEntry::target).toList());
            assertThat(after.entities())
                    .extracting(EntityEntry::id)
                    .doesNotContainAnyElementsOf(
                            before.entities().stream().map(EntityEntry::id).toList());
        }
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** To the tended branch itself, with thresholds that so small a library reaches. */
    private void tend() throws Exception {
        TendOptions options =
                new Asked(folder().toString(), DAY.plusDays(runs), temp.resolve("state-" + runs++)).options();
        Map<String, Object> flags = Map.of(
                "inference", Map.of("embedding", "false"),
                "prune",
                        Map.of(
                                "publish", "direct",
                                "plant-threshold", "0.01",
                                "drop-threshold", "0",
                                "links-per-pattern", "7",
                                "entities-per-pattern", "3"));
        try (Cleanup cleanup = new Cleanup()) {
            RunFolder run = cleanup.add("run-folder", RunFolder.create(temp), Duration.ofSeconds(10));
            TendConfiguration settings = TendConfiguration.of(options, GardenDeclarations.ALL, flags);
            GardenServices services = new GardenServices(sentences -> new CorpusModels(ModelFile.shipped(), sentences));
            new TendRun(options, settings, run, Progress.SILENT, cleanup, services).run();
        }
    }

    private Tended library() {
        return Tended.of(Configuration.of(Map.of(), GardenDeclarations.ALL), folder().toString(), null);
    }

    private Path folder() {
        return git.getRepository().getWorkTree().toPath();
    }

    private String text(String slug) throws Exception {
        return Files.readString(folder().resolve(slug + ".md"));
    }

    private Map<String, String> texts() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (String title : TITLES) {
            texts.put(slug(title), text(slug(title)));
        }
        return texts;
    }

    private GardenSection section(String slug) throws Exception {
        ReadResult read = PatternReader.read(Files.readAllBytes(folder().resolve(slug + ".md")));
        return ((ReadResult.Pattern) read).document().section().orElse(GardenSection.EMPTY);
    }

    private List<String> targets(String slug) throws Exception {
        return section(slug).links().stream().map(LinkEntry::target).toList();
    }

    /** The entry's four lines, as they were planted. */
    private String withoutLink(String slug, LinkEntry link) throws Exception {
        return text(slug).replaceFirst("    - target: " + link.target() + "\n(      .*\n)+", "");
    }

    private String withoutEntity(String slug, EntityEntry entity) throws Exception {
        return text(slug).replaceFirst("    - id: " + entity.id() + "\n(      .*\n)+", "");
    }

    private String withoutSection(String slug) throws Exception {
        return text(slug).replaceFirst("graph_garden:\n(  .*\n)+", "");
    }

    private void edit(String slug, String text) throws Exception {
        assertThat(text).isNotEqualTo(text(slug));
        write(slug, text);
    }

    private void write(String slug, String text) throws Exception {
        Files.writeString(folder().resolve(slug + ".md"), text);
    }

    private void commit(String message) throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message)
                .setAuthor(STEWARD)
                .setCommitter(STEWARD)
                .setSign(false)
                .call();
    }
}
