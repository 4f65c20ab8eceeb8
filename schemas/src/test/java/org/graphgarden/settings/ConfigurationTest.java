package org.graphgarden.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.topics.TopicCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static final Declarations DECLARATIONS = Declarations.with(
            Section.of(
                    "ingest",
                    "Ingest.",
                    new ConfigDef()
                            .define(
                                    "poll-interval",
                                    Type.STRING,
                                    "3m",
                                    Durations.between("1s", "1d"),
                                    Importance.LOW,
                                    "How often.")
                            .define(
                                    "max-file",
                                    Type.INT,
                                    768,
                                    ConfigDef.Range.between(1, 1024),
                                    Importance.LOW,
                                    "How big.")
                            .define("token", Type.PASSWORD, "", Secret.onlyReferences(), Importance.LOW, "Secret.")),
            Section.perGarden(
                    "prune",
                    "Prune.",
                    new ConfigDef()
                            .define(
                                    "plant-threshold",
                                    Type.DOUBLE,
                                    0.8,
                                    ConfigDef.Range.between(0, 1),
                                    Importance.LOW,
                                    "When.")
                            .define("limit", Type.INT, 8, Importance.LOW, "How many.")));

    private static final String FULL = """
            state: /var/garden
            kafka: {bootstrap.servers: "localhost:9092"}
            topics: {garden-partitions: 2, pattern-partitions: 8, replication-factor: 1}
            ingest: {poll-interval: 10s}
            prune: {plant-threshold: 0.8, limit: 5}
            gardens:
              commons.one:
                repositories:
                  second: {url: "https://forge.example/b.git"}
                  first:
                    url: https://forge.example/a.git
                    branch: main
                    include: ["**/*.md"]
                    exclude: ["drafts/**", "old/**"]
                    password: ${env:TOKEN}
                prune: {plant-threshold: 0.7}
            """;

    private final Path folder;

    ConfigurationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldReadTheWholeFile() {
        // when
        Configuration configuration = read(FULL);

        // then
        assertThat(configuration.settings("").getString(CommonSettings.STATE)).isEqualTo("/var/garden");
        assertThat(CommonSettings.topics(configuration)).isEqualTo(new TopicCatalogue(2, 8, (short) 1));
        assertThat(configuration.kafka()).isEqualTo(Map.of("bootstrap.servers", "localhost:9092"));
        assertThat(configuration.settings("ingest").getDuration("poll-interval"))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.settings("ingest").getInt("max-file")).isEqualTo(768);
        GardenSettings garden = configuration.gardens().get(0);
        assertThat(garden.name()).isEqualTo("commons.one");
        assertThat(garden.repositories()).extracting(RepositorySettings::name).containsExactly("second", "first");
        assertThat(garden.repositories().get(1))
                .isEqualTo(new RepositorySettings(
                        "first",
                        "https://forge.example/a.git",
                        Optional.of("main"),
                        List.of("**/*.md"),
                        List.of("drafts/**", "old/**"),
                        Optional.empty(),
                        Optional.of(new Secret("${env:TOKEN}")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        assertThat(garden.repositories().get(0).branch()).isEmpty();
        assertThat(garden.repositories().get(0).exclude()).isEmpty();
    }

    @Test
    void shouldTakeTheGardensValueWhenItOverrides() {
        Configuration configuration = read(FULL);
        assertThat(configuration.settings("prune").getDouble("plant-threshold")).isEqualTo(0.8);
        assertThat(configuration.settings("prune", "commons.one").getDouble("plant-threshold"))
                .isEqualTo(0.7);
        assertThat(configuration.settings("prune", "commons.one").getInt("limit"))
                .isEqualTo(5);
        assertThat(configuration.section("prune", "other")).isEqualTo(configuration.section("prune"));
    }

    @Test
    void shouldFillInDefaultsWhenTheFileIsEmpty() {
        Configuration configuration = read("# nothing\n");
        assertThat(configuration.gardens()).isEmpty();
        assertThat(configuration.settings("prune").getDouble("plant-threshold")).isEqualTo(0.8);
    }

    @Test
    void shouldNameFileLineKeyAndNearestNameWhenAKeyIsUnknown() {
        assertThatThrownBy(() -> read("state: x\nprune:\n  plant-treshold: 0.8\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("garden.yaml:3: unknown key 'prune.plant-treshold'; did you mean 'prune.plant-threshold'?");
    }

    @Test
    void shouldReportEveryProblemAtOnce() {
        String yaml = """
                prune: {plant-threshold: 2, limit: many}
                ingest: {poll-interval: 3 lightyears, max-file: 3000}
                gardens:
                  one:
                    repositories:
                      a: {urll: x}
                    ingest: {poll-interval: 3m}
                  two: {}
                  Three: {repositories: {a: {url: x}}}
                  four: {repositories: {a: {branch: x}}}
                """;
        assertThatThrownBy(() -> read(yaml)).satisfies(e -> assertThat(
                        String.valueOf(e.getMessage()).lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("garden.yaml:1:", "prune.plant-threshold"),
                        line -> assertThat(line).contains("garden.yaml:1:", "prune.limit"),
                        line -> assertThat(line).contains("garden.yaml:2:", "ingest.poll-interval", "lightyears"),
                        line -> assertThat(line).contains("garden.yaml:2:", "ingest.max-file", "1024"),
                        line -> assertThat(line)
                                .contains("garden.yaml:6:", "gardens.one.repositories.a.urll", "a.url'?"),
                        line -> assertThat(line).contains("garden.yaml:7:", "gardens.one.ingest.poll-interval"),
                        line -> assertThat(line).contains("garden.yaml:8:", "gardens.two has no repositories"),
                        line -> assertThat(line).contains("garden.yaml:9:", "garden is 'Three'"),
                        line -> assertThat(line)
                                .contains("garden.yaml:10:", "gardens.four.repositories.a.url is missing")));
    }

    @Test
    void shouldRefuseAndNotPrintSecretsThatStandInTheFile() {
        List<String> files = List.of(
                "ingest: {token: hunter2}",
                "kafka: {sasl.jaas.config: \"hunter2\"}",
                "kafka:\n  ssl:\n    key:\n      password: hunter2",
                "gardens: {g: {repositories: {r: {url: 'https://me:hunter2@forge.example/a.git'}}}}",
                "gardens: {g: {repositories: {r: {url: 'https://hunter2@forge.example/a.git'}}}}",
                "gardens: {g: {repositories: {r: {url: /a, password: hunter2}}}}",
                "gardens: {g: {repositories: {r: {url: /a, webhook-secrets: ['${env:A}', hunter2]}}}}");
        for (String file : files) {
            assertThatThrownBy(() -> read(file))
                    .as(file)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("${env:NAME}")
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void shouldLookSecretsUpLate() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("secret"), "hunter2\n");
        Configuration configuration = read("ingest: {token: '${file:" + file
                + "}'}\nkafka: {sasl.jaas.config: 'x password=\"${file:" + file + "}\";'}");

        // then
        assertThat(configuration
                        .settings("ingest")
                        .getSecret("token")
                        .orElseThrow()
                        .resolve())
                .isEqualTo("hunter2");
        assertThat(configuration.kafka()).containsEntry("sasl.jaas.config", "x password=\"hunter2\";");
        assertThat(configuration.settings("ingest").toString()).doesNotContain("hunter2");
    }

    @Test
    void shouldSayWhichVariableIsMissing() {
        assertThatThrownBy(() -> Secret.resolveAll("${env:GARDEN_TOKEN}", Map.of()))
                .hasMessage("environment variable GARDEN_TOKEN is not set, but the configuration names it");
        assertThat(Secret.resolveAll("a ${env:A} b", Map.of("A", "$1"))).isEqualTo("a $1 b");
    }

    @Test
    void shouldRefuseYamlThatIsMoreThanATree() {
        List<String> files = List.of(
                "a: &x {b: 1}\nc: *x", "prune: {limit: 1, limit: 2}", "- a", "prune: [", "state: [[a]]", "prune: 3");
        for (String file : files) {
            assertThatThrownBy(() -> read(file))
                    .as(file)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("garden.yaml");
        }
    }

    @Test
    void shouldReplaceValuesWhenTheCommandLineGivesThem() {
        // when
        Configuration changed = read(FULL).with(Map.of("prune.limit", 3, "kafka.bootstrap.servers", "localhost:1"));

        // then
        assertThat(changed.settings("prune").getInt("limit")).isEqualTo(3);
        assertThat(changed.settings("prune").getDouble("plant-threshold")).isEqualTo(0.8);
        assertThat(changed.kafka()).containsEntry("bootstrap.servers", "localhost:1");
        assertThat(changed.gardens()).hasSize(1);
    }

    @Test
    void shouldReadMapsLikeFiles() {
        Configuration configuration = Configuration.of(
                Map.of(
                        "prune",
                        Map.of("limit", 2),
                        "gardens",
                        Map.of("g", Map.of("repositories", Map.of("r", Map.of("url", "/a"))))),
                DECLARATIONS);
        assertThat(configuration.settings("prune").getInt("limit")).isEqualTo(2);
        assertThat(configuration.gardens().get(0).repositories().get(0).include())
                .containsExactly("**/*.md");
    }

    @Test
    void shouldWriteEverySettingIntoTheReference() {
        assertThat(ReferenceWriter.write(DECLARATIONS))
                .contains("| `prune.plant-threshold` | double | `0.8` | [0,...,1] | When. |")
                .contains("| `ingest.poll-interval` | string | `3m` | duration from 1s to 1d | How often. |")
                .contains("| `ingest.token` | secret | none | ${env:NAME} or ${file:PATH} | Secret. |")
                .contains("| `state` |")
                .contains("A garden may override them under `gardens.<garden>.prune`.");
    }

    private Configuration read(String yaml) {
        try {
            return Configuration.load(Files.writeString(folder.resolve("garden.yaml"), yaml), DECLARATIONS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
