package org.graphgarden.pruner.cycle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.util.FileUtils;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.GitGarden;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;

/** Two repositories of a garden, people who push to them, and cycles. */
final class RandomGarden implements AutoCloseable {
    private static final String BRANCH = "graph-garden/" + GitGarden.TODAY;
    private static final List<String> SLUGS = List.of(
            "compost", "worm-bin", "rain-barrel", "hedge", "nettle-tea", "cold-frame", "bean-pole", "slug-fence");

    private final Path folder;
    private final List<GitGarden> repositories = new ArrayList<>();
    private final PublishMode mode;
    /** What people wrote last, by repository and path. */
    private final List<Map<String, String>> written = List.of(new TreeMap<>(), new TreeMap<>());

    private int cycles;

    /** What people do between two cycles. */
    enum Deed {
        WRITE,
        WRITE_WEEDS,
        TEAR,
        OPT_OUT,
        NOTE,
        REMOVE,
        MERGE,
        COMMIT_ON_THE_BRANCH
    }

    /** One deed in one of the repositories, with one of the patterns. */
    record Step(Deed deed, int repository, int pattern) {}

    RandomGarden(PublishMode mode) throws Exception {
        this.mode = mode;
        folder = Files.createTempDirectory("random-garden-");
        for (String name : List.of("east", "west")) {
            repositories.add(new GitGarden(Files.createDirectory(folder.resolve(name))));
        }
        for (int i = 0; i < written.size(); i++) {
            for (String slug : List.of("compost", "worm-bin", "rain-barrel")) {
                String path = path(slug);
                written.get(i)
                        .put(path, Files.readString(repositories.get(i).folder.resolve(path)));
            }
        }
    }

    GitGarden repository(int number) {
        return repositories.get(number);
    }

    /** What people wrote last in a repository, by path. */
    Map<String, String> written(int number) {
        return written.get(number);
    }

    PublishMode mode() {
        return mode;
    }

    void push(Step step) throws Exception {
        String slug = SLUGS.get(step.pattern());
        int at = step.repository();
        switch (step.deed()) {
            case WRITE -> put(at, path(slug), pattern(slug, ""));
            case WRITE_WEEDS -> put(at, path(slug), pattern(slug, weeds(slug)));
            case TEAR -> put(at, path(slug), "---\nslug: " + slug + "\ntitle: \"never closed\n---\n");
            case OPT_OUT -> put(at, path(slug), pattern(slug, "graph_garden: false\n"));
            case NOTE -> put(at, "notes/" + slug + ".md", "# Only a note, the " + cycles + "th\n");
            case REMOVE -> remove(at, path(slug));
            case MERGE -> merge(at);
            case COMMIT_ON_THE_BRANCH -> commitOnBranch(at);
        }
    }

    private void put(int at, String path, String text) throws Exception {
        written.get(at).put(path, text);
        repository(at).write(path, text).commit("Write " + path);
    }

    private void remove(int at, String path) throws Exception {
        if (written.get(at).remove(path) != null) {
            repository(at).git.rm().addFilepattern(path).call();
            repository(at).commit("Remove " + path);
        }
    }

    private void merge(int at) throws Exception {
        GitGarden garden = repository(at);
        if (!garden.head(BRANCH).isEmpty()) {
            boolean merged = garden.git
                    .merge()
                    .include(garden.commitAt(BRANCH))
                    .call()
                    .getMergeStatus()
                    .isSuccessful();
            if (!merged) {
                // Who rewrote the file meanwhile lets the branch be.
                garden.git.reset().setMode(ResetType.HARD).call();
            }
            // What Git made of two sides is theirs, too.
            for (Map.Entry<String, String> file : written.get(at).entrySet()) {
                file.setValue(Files.readString(garden.folder.resolve(file.getKey())));
            }
        }
    }

    /** Somebody edits on the branch of Graph Garden, which is theirs from then on. */
    private void commitOnBranch(int at) throws Exception {
        GitGarden garden = repository(at);
        if (!garden.head(BRANCH).isEmpty()) {
            garden.git.checkout().setName(BRANCH).call();
            garden.write("notes/branch.md", "Of the " + cycles + "th\n").commit("Note something on the branch");
            garden.git.checkout().setName("main").call();
        }
    }

    /** A cycle of its own, with what stood before it. */
    CycleProof cycle() throws Exception {
        cycles++;
        List<String> before = refs();
        return new CycleProof(this, run(), before);
    }

    /** The last cycle once more. */
    CycleReport replay() {
        return run();
    }

    CycleMark mark() {
        return GitGarden.mark("c" + cycles);
    }

    private CycleReport run() {
        List<Site> sites = IntStream.range(0, repositories.size())
                .mapToObj(i -> site(i == 0 ? "east" : "west", repository(i)))
                .toList();
        PrunedGarden garden = new PrunedGarden("garden", sites, Policy.DEFAULT, Publishing.DEFAULT.withMode(mode));
        CycleRequest request = new CycleRequest(mark(), Map.of(), enriched(), Feedback.NONE, false);
        return Cycle.run(garden, request, CycleListener.SILENT, GitGarden.surroundings(pause -> {}));
    }

    private static Site site(String name, GitGarden garden) {
        return new Site(name, garden.address(), "main", garden.site().filter(), garden.mirror);
    }

    /** All branches of both repositories, with what they point at. */
    List<String> refs() throws Exception {
        List<String> refs = new ArrayList<>();
        for (GitGarden garden : repositories) {
            for (Ref ref : garden.git.branchList().call()) {
                refs.add(ref.getName() + " " + ref.getObjectId().name());
            }
        }
        return refs;
    }

    /** Each pattern goes with some of those behind it, more or less surely. */
    private static List<Enriched> enriched() {
        List<Enriched> enriched = new ArrayList<>();
        for (int i = 0; i < SLUGS.size(); i++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int step = 1; step <= 3; step++) {
                String target = SLUGS.get((i + step) % SLUGS.size());
                String type = (i + step) % 3 == 0 ? "enables" : "complementary";
                candidates.add(new Candidate(target, type, 1 - .07 * step, "Both stand in one bed."));
            }
            enriched.add(new Enriched(SLUGS.get(i), List.of(), List.of(), candidates, Set.of()));
        }
        return enriched;
    }

    private static String path(String slug) {
        return "patterns/" + slug + ".md";
    }

    private String pattern(String slug, String section) {
        return """
                ---
                id: pat-%1$s
                slug: %1$s
                title: "%1$s"
                %2$slicense: MIT
                ---

                Written before cycle %3$d.
                """.formatted(slug, section, cycles + 1);
    }

    /** A section as nobody should leave it: links to nowhere, to itself, twice. */
    private static String weeds(String slug) {
        StringBuilder section = new StringBuilder("graph_garden:\n  last_pruned: 2025-01-01\n  inferred_links:\n");
        for (String target : List.of("nowhere", slug, "compost", "compost", "hedge")) {
            section.append("    - target: %s%n      type: complementary%n      confidence: 0.7%n".formatted(target));
        }
        return section.toString();
    }

    @Override
    public void close() throws Exception {
        repositories.forEach(GitGarden::close);
        FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
    }
}
