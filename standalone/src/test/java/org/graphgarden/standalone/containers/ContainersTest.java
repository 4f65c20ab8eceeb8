package org.graphgarden.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.standalone.GardenMeters;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ContainersTest {

    private static final Path TOP = Path.of("..");
    private static final Path ALERTS = TOP.resolve("deploy/prometheus/alerts.yml");
    private static final Path DASHBOARD = TOP.resolve("deploy/grafana/dashboards/graph-garden.json");
    private static final Path OPERATORS = TOP.resolve("docs/operators.md");
    private static final Path COMPOSE = TOP.resolve("docker-compose.yml");
    private static final Path DOCKERFILE = TOP.resolve("Dockerfile");

    @Test
    void shouldOnlyNameDeclaredMetersOnDashboardAndInAlerts() throws Exception {
        Set<String> declared =
                GardenMeters.ALL.stream().flatMap(ContainersTest::series).collect(Collectors.toSet());
        assertThat(matches(Files.readString(ALERTS) + Files.readString(DASHBOARD), "\\bgarden_[a-z_]+"))
                .isNotEmpty()
                .isSubsetOf(declared);
    }

    private static Stream<String> series(MeterSpec spec) {
        String name = spec.prometheusName();
        return spec.kind() == MeterSpec.Kind.TIMER
                ? Stream.of("_bucket", "_sum", "_count").map(name::concat)
                : Stream.of(name);
    }

    @Test
    void shouldHaveARunbookForEveryAlert() throws Exception {
        // given
        String alerts = Files.readString(ALERTS);
        Set<String> names = groups(alerts, "- alert: (\\w+)");
        Set<String> links = groups(alerts, "runbook_url: docs/operators\\.md#(\\S+)");
        // then
        assertThat(links).isEqualTo(map(names, name -> name.toLowerCase(Locale.ROOT)));
        assertThat(groups(Files.readString(OPERATORS), "(?m)^### (Garden\\w+)$"))
                .isEqualTo(names);
    }

    @Test
    void shouldPinEveryImageByVersion() throws Exception {
        Set<String> images = new TreeSet<>(groups(Files.readString(COMPOSE), "image: (\\S+)"));
        images.addAll(groups(Files.readString(DOCKERFILE), "(?m)^FROM (\\S+)"));
        assertThat(images)
                .contains("apache/kafka:" + AppInfoParser.getVersion())
                .allSatisfy(image -> assertThat(image).matches("[a-z0-9/.-]+:v?\\d+\\.\\d+.*"));
    }

    @Test
    void shouldHoldNoNameAndNoSecretAndListenOnThisMachineOnly() throws Exception {
        Map<String, Object> compose = yaml(COMPOSE);
        assertThat(compose).doesNotContainKey("name");
        assertThat(services().values()).allSatisfy(service -> {
            assertThat(list(service, "ports"))
                    .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
            assertThat(section(service, "environment")).allSatisfy((key, value) -> {
                if (key.matches(".*(PASSWORD|TOKEN|SECRET|KEY).*")) {
                    assertThat(String.valueOf(value)).startsWith("/run/secrets/");
                }
            });
        });
        assertThat(section(compose, "secrets").values())
                .allSatisfy(secret -> assertThat(secret).asString().startsWith("{file=${GARDEN_SECRETS"));
    }

    @Test
    void shouldLimitAndWatchEveryService() throws Exception {
        services().forEach((name, service) -> {
            assertThat(section(section(section(service, "deploy"), "resources"), "limits"))
                    .as("limits of %s", name)
                    .containsKeys("cpus", "memory");
            if (!service.containsKey("entrypoint")) {
                assertThat(service).as(name).containsKey("healthcheck").containsEntry("restart", "unless-stopped");
            }
        });
    }

    @Test
    void shouldSayOfEveryTopicWhoseTextItHoldsForHowLong() throws Exception {
        String operators = Files.readString(OPERATORS);
        String table = operators.substring(operators.indexOf("## Which topic holds whose text"));
        for (Topic topic : Topic.values()) {
            String days = topic.retention()
                    .filter(time ->
                            topic.cleanup().deletes() && !topic.cleanup().compacts())
                    .map(time -> time.toDays() + " days")
                    .orElse("newest");
            assertThat(table).containsPattern("\\| `" + Pattern.quote(topic.topicName()) + "` \\| [^|]+ \\| " + days);
        }
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        section(yaml(COMPOSE), "services").keySet().forEach(name -> services.put(name, Map.of()));
        Map<String, Object> all = section(yaml(COMPOSE), "services");
        services.replaceAll((name, none) -> section(all, name));
        return services;
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    @SuppressWarnings("unchecked") // keys of these files are texts
    private static Map<String, Object> section(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> parent, String key) {
        return (List<String>) parent.getOrDefault(key, List.of());
    }

    private static Set<String> matches(String text, String pattern) {
        return find(text, pattern, MatchResult::group);
    }

    private static Set<String> groups(String text, String pattern) {
        return find(text, pattern, match -> match.group(1));
    }

    private static Set<String> find(String text, String pattern, Function<MatchResult, String> what) {
        return Pattern.compile(pattern).matcher(text).results().map(what).collect(Collectors.toSet());
    }

    private static Set<String> map(Set<String> set, Function<String, String> change) {
        return set.stream().map(change).collect(Collectors.toSet());
    }
}
