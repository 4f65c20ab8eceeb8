package org.graphgarden.standalone.stewards;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphgarden.pruner.cycle.CycleReport;
import org.graphgarden.standalone.forge.RealGit;
import org.graphgarden.standalone.stewards.Scenario.Seat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way to disagree, each in a garden of its own and each followed by cycles of its own, which obey: with everything as it ran, and
 * with all state deleted in between; the bytes are the same. Real are the broker, ingest, inference with the shipped model,
 * the pruner and Git (bare repositories, clones of stewards, Git's own program); sentences are not embedded, and thresholds are those which so
 * small a library reaches. What Graph Garden wrote first is the commit of a real cycle, and one more in its name that adds a community.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EveryEditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String OURS = "graph-garden/" + DAY;
    private static final List<Scenario> SCENARIOS = Scenarios.all();

    private final Path temp;
    private final Map<String, Scenario.Check> checks = new LinkedHashMap<>();
    private final Map<String, Steward.During> during = new TreeMap<>();
    private final Map<String, String> troubles = new TreeMap<>();
    private Outcome kept = new Outcome(Map.of(), Map.of(), Map.of());
    private Outcome deleted = new Outcome(Map.of(), Map.of(), Map.of());

    EveryEditTest(@TempDir Path temp) {
        this.temp = temp;
    }

    /** What cycles made of gardens: folders with the files, ids of trees after the first and after the second. */
    private record Outcome(Map<String, Bed> files, Map<String, String> first, Map<String, String> second) {}

    @BeforeAll
    void disagreeEverywhere() throws Exception {
        RealGit.require("git");
        Path main = seed("main", "direct");
        Path ours = seed("ours", "branch");
        Map<String, Path> before = new TreeMap<>();
        for (int i = 0; i < SCENARIOS.size(); i++) {
            before.put(name(i), copy(SCENARIOS.get(i).seat().ours() ? ours : main, "kept", name(i)));
        }
        Map<String, Path> edited = new TreeMap<>();
        try (WarmPipeline pipeline = new WarmPipeline(temp.resolve("warm"), before, "direct")) {
            for (int i = 0; i < SCENARIOS.size(); i++) {
                act(i, at(before, i));
                edited.put(name(i), copy(at(before, i), "deleted", name(i)));
            }
            pipeline.look(before.keySet());
            kept = outcome("kept", pipeline, before);
        }
        try (WarmPipeline pipeline = new WarmPipeline(temp.resolve("anew"), edited, "direct")) {
            deleted = outcome("deleted", pipeline, edited);
        }
    }

    private void act(int number, Path remote) {
        try {
            Steward steward = Steward.of(temp.resolve("people").resolve(name(number)), remote, OURS);
            checks.put(name(number), steward.act(SCENARIOS.get(number)));
            steward.during().forEach(action -> during.put(name(number), action));
        } catch (Exception | AssertionError e) {
            troubles.put(name(number), e.toString());
        }
    }

    /** Two cycles on two days, the second without an edit in between. */
    private Outcome outcome(String group, WarmPipeline pipeline, Map<String, Path> repositories) throws Exception {
        Map<String, String> first = new TreeMap<>();
        Map<String, String> second = new TreeMap<>();
        Map<String, Bed> files = new TreeMap<>();
        during.forEach(
                (name, action) -> pipeline.beside(name, () -> action.act(requireNonNull(repositories.get(name)))));
        pipeline.cycle(repositories.keySet(), "second", DAY.plusDays(7));
        for (Map.Entry<String, Path> each : repositories.entrySet()) {
            first.put(each.getKey(), tree(each.getValue()));
        }
        pipeline.look(repositories.keySet());
        Map<String, CycleReport> reports = pipeline.cycle(repositories.keySet(), "third", DAY.plusDays(7));
        assertThat(reports).hasSameSizeAs(repositories);
        for (Map.Entry<String, Path> each : repositories.entrySet()) {
            second.put(each.getKey(), tree(each.getValue()));
            // An edit beside a cycle is left to the next one.
            String commit = during.containsKey(each.getKey()) ? "main" : first.get(each.getKey());
            files.put(each.getKey(), checkedOut(each.getValue(), group, each.getKey(), requireNonNull(commit)));
        }
        return new Outcome(files, first, second);
    }

    private Bed checkedOut(Path repository, String group, String name, String tree) throws Exception {
        Path folder =
                Files.createDirectories(temp.resolve("after").resolve(group).resolve(name));
        RealGit.git(repository, "--work-tree", folder.toString(), "read-tree", tree);
        RealGit.git(repository, "--work-tree", folder.toString(), "checkout-index", "-a");
        return new Bed(folder);
    }

    @TestFactory
    Stream<DynamicTest> shouldObey() {
        assertThat(SCENARIOS.stream().map(Scenario::name).distinct().count()).isGreaterThanOrEqualTo(50);
        return Stream.iterate(0, i -> i + 1)
                .limit(SCENARIOS.size())
                .map(i -> DynamicTest.dynamicTest(SCENARIOS.get(i).toString(), () -> {
                    assertThat(troubles.get(name(i))).isNull();
                    Scenario.Check check = at(checks, i);
                    check.obeyed(at(kept.files(), i));
                    check.obeyed(at(deleted.files(), i));
                    assertThat(deleted.first().get(name(i)))
                            .as("the same bytes without any state")
                            .isEqualTo(kept.first().get(name(i)));
                    assertThat(at(deleted.second(), i)).isEqualTo(at(kept.second(), i));
                    if (!during.containsKey(name(i))) {
                        assertThat(at(kept.second(), i))
                                .as("a cycle later on the same day")
                                .isEqualTo(at(kept.first(), i));
                    }
                }));
    }

    @AfterAll
    void tell() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-62s %-14s %-10s %s", "a steward's edit", "where", "with state", "without"));
        for (int i = 0; i < SCENARIOS.size(); i++) {
            lines.add(String.format(
                    "%-62s %-14s %-10s %s",
                    SCENARIOS.get(i).name(), where(SCENARIOS.get(i).seat()), word(i, kept), word(i, deleted)));
        }
        System.out.println(String.join("\n", lines));
    }

    private String word(int number, Outcome outcome) {
        Bed bed = outcome.files().get(name(number));
        Scenario.Check check = checks.get(name(number));
        if (bed == null || check == null) {
            return "not done";
        }
        try {
            check.obeyed(bed);
            return "obeyed";
        } catch (Exception | AssertionError e) {
            return "NOT OBEYED";
        }
    }

    private static String where(Seat seat) {
        return switch (seat) {
            case MAIN, FREE -> "main";
            case OURS -> "ours";
            case OURS_MERGED -> "ours, merge";
            case OURS_SQUASHED -> "ours, squash";
            case OURS_REBASED -> "ours, rebase";
            case OURS_PICKED -> "ours, pick";
            case FREE_OURS -> "ours, then";
        };
    }

    /** A bare repository after a real first cycle. */
    private Path seed(String name, String publish) throws Exception {
        Path remote = Files.createDirectories(temp.resolve("seeds")).resolve(name + ".git");
        RealGit.git(temp, "init", "-q", "--bare", "-b", "main", remote.toString());
        Path place = temp.resolve("seeds").resolve(name);
        RealGit.git(temp, "clone", "-q", remote.toString(), place.toString());
        Bed bed = new Bed(place);
        bed.git("config", "user.name", "Ada");
        bed.git("config", "user.email", "ada@example.org");
        bed.git("checkout", "-q", "-b", "main");
        bed.sow();
        bed.commit("Write patterns");
        bed.git("push", "-q", "origin", "main");
        try (WarmPipeline pipeline = new WarmPipeline(temp.resolve("seed-" + name), Map.of("seed", remote), publish)) {
            pipeline.cycle(List.of("seed"), DAY.toString(), DAY);
        }
        String branch = publish.equals("direct") ? "main" : OURS;
        bed.git("fetch", "-q", "origin");
        bed.git("checkout", "-q", "-B", "ours", "origin/" + branch);
        addCommunity(bed);
        bed.git("push", "-q", "origin", "HEAD:refs/heads/" + branch);
        return remote;
    }

    private static void addCommunity(Bed bed) throws Exception {
        String lines = "    - id: handwork\n      label: \"Handwork\"\n      source: taxonomy\n      confidence: 1\n";
        String text = bed.text("tool-shed");
        bed.write(
                "tool-shed",
                text.contains("communities: []")
                        ? text.replace("communities: []\n", "communities:\n" + lines)
                        : text.replace("  communities:\n", "  communities:\n" + lines));
        bed.commit("Tend 1 pattern\n\nGarden-Cycle: seed/" + DAY + "-more");
    }

    private static <T> T at(Map<String, T> all, int number) {
        return requireNonNull(all.get(name(number)));
    }

    private static String name(int number) {
        return String.format("g%02d", number);
    }

    private Path copy(Path repository, String group, String name) throws IOException, InterruptedException {
        Path copy = Files.createDirectories(temp.resolve(group)).resolve(name + ".git");
        RealGit.run(Map.of(), List.of("cp", "-r", repository.toString(), copy.toString()));
        return copy;
    }

    private static String tree(Path repository) throws Exception {
        return RealGit.git(repository, "rev-parse", "main^{tree}");
    }
}
