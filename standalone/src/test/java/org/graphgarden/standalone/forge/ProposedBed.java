package org.graphgarden.standalone.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.CredentialSource;
import org.graphgarden.git.Credentials;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.git.SshSetup;
import org.graphgarden.pruner.cycle.Cycle;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.CycleReport;
import org.graphgarden.pruner.cycle.CycleRequest;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.forge.PullRequests;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;

/** Three patterns in a repository behind Git's own HTTP server, a steward with a clone, and cycles over them. */
final class ProposedBed implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final Hosted hosted;
    final Path work;
    final Path cloneFolder;
    private final HttpGit http;
    private final Access access;
    private final BareClone mirror;
    Publishing publishing = Publishing.DEFAULT.withMode(PublishMode.PULL_REQUEST);
    /** What inference says. */
    final List<Enriched> enriched =
            new ArrayList<>(List.of(enriched("compost", "worm-bin"), enriched("worm-bin", "compost")));

    /** Up to where it knows; empty when that is not known. */
    String cut = "";

    private Instant now = NOON;

    ProposedBed(Path temp) throws IOException, InterruptedException {
        hosted = new Hosted(temp.resolve("served/beds.git"));
        http = new HttpGit(temp.resolve("served"), "ada", "secret");
        access = new Access(
                RepositoryAddress.parse(http.address("beds.git")),
                CredentialSource.fixed(new Credentials("ada", "secret")),
                SshSetup.USERS_OWN,
                Duration.ofSeconds(20));
        cloneFolder = temp.resolve("clone");
        mirror = BareClone.at(cloneFolder, access);
        work = Files.createDirectory(temp.resolve("work"));
        RealGit.git(work, "init", "-q", "-b", "main");
        RealGit.git(work, "config", "user.name", "Ada");
        RealGit.git(work, "config", "user.email", "ada@example.org");
        RealGit.git(work, "remote", "add", "origin", hosted.folder().toString());
        write("compost", "Turn kitchen scraps into soil.");
        write("worm-bin", "Let worms do the turning.");
        write("rain-barrel", "Catch what the roof sheds.");
        push("Plant the first patterns");
    }

    void write(String slug, String body) throws IOException {
        write(slug, body, "title: \"" + slug + "\"");
    }

    void write(String slug, String body, String more) throws IOException {
        Files.writeString(
                work.resolve(slug + ".md"),
                "---\nid: pat-" + slug + "\nslug: " + slug + "\n" + more + "\n---\n\n" + body + "\n");
    }

    /** The steward commits everything and pushes the branch that is checked out. */
    void push(String message) throws IOException, InterruptedException {
        steward("add", "-A");
        steward("commit", "-q", "--allow-empty", "-m", message);
        steward("push", "-q", "origin", "HEAD");
    }

    String steward(String... arguments) throws IOException, InterruptedException {
        return RealGit.git(work, arguments);
    }

    /** What a branch of the served repository stands at; empty when there is none. */
    String tip(String branch) throws IOException, InterruptedException {
        return RealGit.git(hosted.folder(), "for-each-ref", "--format=%(objectname)", "refs/heads/" + branch);
    }

    /** A hook that is asked before a push is taken. */
    void hook(String script) throws IOException {
        Path hook = Files.writeString(hosted.folder().resolve("hooks/pre-receive"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    void noHook() throws IOException {
        Files.deleteIfExists(hosted.folder().resolve("hooks/pre-receive"));
    }

    void later(int days) {
        now = now.plusSeconds(days * 86_400L);
    }

    CycleReport cycle(String id) {
        return cycle(id, Map.of());
    }

    /** A cycle whose commit is proposed on a forge. */
    CycleReport cycle(String id, ForgeStandIn forge) {
        return cycle(id, Map.of("beds", new PullRequests(forge.access(ForgeStandIn.TOKEN), List.of("garden"))));
    }

    private CycleReport cycle(String id, Map<String, PullRequests> requests) {
        Site site = new Site("beds", access.address(), null, PathFilter.markdown(), mirror);
        PrunedGarden garden = new PrunedGarden("garden", List.of(site), Policy.DEFAULT, publishing, requests);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        CycleRequest request = new CycleRequest(
                new CycleMark("garden", id, today, "test-1"),
                cut.isEmpty() ? Map.of() : Map.of("beds", cut),
                enriched,
                new Feedback(List.of()),
                false);
        Surroundings surroundings =
                new Surroundings(Clock.fixed(now, ZoneOffset.UTC), new Random(7), pause -> {}, StopSign.NEVER);
        return Cycle.run(garden, request, CycleListener.SILENT, surroundings);
    }

    static Enriched enriched(String slug, String target) {
        Enriched.Candidate candidate =
                new Enriched.Candidate(target, "complementary", 0.9623, "Both turn scraps into soil.");
        return new Enriched(slug, List.of(), List.of(), List.of(candidate), Set.of());
    }

    @Override
    public void close() {
        mirror.close();
        http.close();
    }
}
