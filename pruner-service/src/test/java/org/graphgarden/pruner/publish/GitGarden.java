package org.graphgarden.pruner.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Policy;

/** A repository of a few patterns in a folder of its own, and a pruner for it. */
public final class GitGarden implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PersonIdent ADA =
            new PersonIdent("Ada", "ada@example.org", NOON.minusSeconds(86400), ZoneOffset.UTC);

    public final Path folder;
    public final Git git;
    public final BareClone mirror;

    public GitGarden(Path place) throws Exception {
        folder = place.resolve("garden");
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        mirror = BareClone.at(place.resolve("mirror.git"), Access.to(address()));
        pattern("compost", "Turn kitchen scraps into soil.");
        pattern("worm-bin", "Let worms do the turning.");
        pattern("rain-barrel", "Catch what the roof sheds.");
        commit("Plant the first patterns");
    }

    public RepositoryAddress address() {
        return RepositoryAddress.parse(folder.toString());
    }

    public Site site() {
        return new Site("east", address(), null, PathFilter.markdown(), mirror);
    }

    public GitGarden pattern(String slug, String body) throws IOException {
        return write("patterns/" + slug + ".md", """
                ---
                id: pat-%1$s
                slug: %1$s
                title: "%1$s"
                relationships:
                  enables: []
                ---

                %2$s
                """.formatted(slug, body));
    }

    public GitGarden write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        return this;
    }

    public String commit(String message) throws Exception {
        git.add().addFilepattern(".").call();
        return git.commit()
                .setAuthor(ADA)
                .setCommitter(ADA)
                .setMessage(message)
                .setSign(false)
                .call()
                .name();
    }

    /** What is written goes into the last commit, whose author and message stay. */
    String amend() throws Exception {
        git.add().addFilepattern(".").call();
        RevCommit last = commitAt(git.getRepository().getBranch());
        return git.commit()
                .setAmend(true)
                .setAuthor(last.getAuthorIdent())
                .setCommitter(ADA)
                .setMessage(last.getFullMessage())
                .setSign(false)
                .call()
                .name();
    }

    public String head(String branch) throws IOException {
        Ref ref = git.getRepository().exactRef("refs/heads/" + branch);
        ObjectId id = ref == null ? null : ref.getObjectId();
        return id == null ? "" : id.name();
    }

    public RevCommit commitAt(String branch) throws IOException {
        try (RevWalk walk = new RevWalk(git.getRepository())) {
            return walk.parseCommit(ObjectId.fromString(head(branch)));
        }
    }

    public String file(String branch, String path) throws IOException {
        try (TreeWalk walk =
                TreeWalk.forPath(git.getRepository(), path, commitAt(branch).getTree())) {
            byte[] bytes = git.getRepository().open(walk.getObjectId(0)).getBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** What inference says: compost and worm bin belong together. */
    public static List<Enriched> enriched() {
        return List.of(
                enriched("compost", "worm-bin"), enriched("worm-bin", "compost"), enriched("rain-barrel", "elsewhere"));
    }

    private static Enriched enriched(String slug, String target) {
        Candidate candidate = new Candidate(target, "complementary", 0.9623, "Both turn scraps.");
        return new Enriched(slug, List.of(), List.of(), List.of(candidate), Set.of());
    }

    public static CycleMark mark(String cycle) {
        return new CycleMark("garden", cycle, TODAY, "test-1");
    }

    public Publication publish(PublishMode mode, String cycle) {
        return publish(mode, cycle, duration -> {});
    }

    public Publication publish(PublishMode mode, String cycle, Pause pause) {
        Publishing publishing =
                new Publishing(mode, "graph-garden/{date}", new Person("Gardener", ""), 4, Duration.ofSeconds(1));
        return new RepositoryPublisher(site(), publishing, surroundings(pause))
                .publish(
                        mark(cycle),
                        null,
                        null,
                        state -> Planner.plan(GardenState.of(state.sections()), enriched(), Policy.DEFAULT, TODAY));
    }

    /** Noon, on which nothing depends on chance. */
    public static Surroundings surroundings(Pause pause) {
        return new Surroundings(Clock.fixed(NOON, ZoneOffset.UTC), new Random(7), pause, StopSign.NEVER);
    }

    @Override
    public void close() {
        mirror.close();
        git.close();
    }
}
