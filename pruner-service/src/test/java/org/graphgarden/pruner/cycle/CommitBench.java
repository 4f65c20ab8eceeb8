package org.graphgarden.pruner.cycle;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.RepositoryPublisher;
import org.graphgarden.pruner.publish.RepositoryState;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.topics.TrustedEvents;

/**
 * Measures what memory a commit takes beside the plan: makes bare repositories of synthetic patterns, plans a section for each of them,
 * splices, commits, pushes, and makes the events. Arguments: numbers of patterns.
 */
final class CommitBench {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final int LINKS = 6;
    private static final int BODY = 8_000;
    private static final int FOLDERS = 50;
    private static final CycleMark MARK = new CycleMark("garden", "bench", DATE, "synthetic");

    private final int patterns;
    private final Path folder;

    private CommitBench(int patterns, Path folder) {
        this.patterns = patterns;
        this.folder = folder;
    }

    /** What one run came to; bytes of live heap, and seconds. */
    private record Figures(
            int patterns, long plan, long commit, long events, double planning, double committing, double telling) {}

    public static void main(String[] args) throws IOException {
        TrustedEvents.trust();
        List<Figures> all = new ArrayList<>();
        System.out.println("patterns | state and plan, MB | commit and push on top, MB | events on top, MB"
                + " | plan, s | commit and push, s | events, s");
        for (String patterns : args) {
            Path folder = Files.createTempDirectory("commit-bench-");
            try {
                Figures figures = new CommitBench(Integer.parseInt(patterns), folder).run();
                all.add(figures);
                System.out.printf(
                        Locale.ROOT,
                        "%8d | %18.1f | %26.1f | %17.1f | %7.1f | %18.1f | %9.1f%n",
                        figures.patterns(),
                        figures.plan() / 1e6,
                        figures.commit() / 1e6,
                        figures.events() / 1e6,
                        figures.planning(),
                        figures.committing(),
                        figures.telling());
            } finally {
                FileUtils.delete(folder.toFile(), FileUtils.RECURSIVE);
            }
        }
        if (all.size() > 1) {
            Figures least = all.get(0);
            Figures most = all.get(all.size() - 1);
            System.out.printf(
                    Locale.ROOT,
                    "of the commit: %.0f bytes a file; a file has %d%n",
                    (double) (most.commit() - least.commit()) / (most.patterns() - least.patterns()),
                    text(1).length());
        }
    }

    private Figures run() throws IOException {
        Path source = folder.resolve("source.git");
        fill(source);
        try (BareClone mirror =
                BareClone.at(folder.resolve("mirror.git"), Access.to(RepositoryAddress.parse(source.toString())))) {
            Site site =
                    new Site("main", RepositoryAddress.parse(source.toString()), "main", PathFilter.markdown(), mirror);
            return measure(site);
        }
    }

    private Figures measure(Site site) {
        HeapWatch heap = new HeapWatch();
        List<Enriched> enriched =
                IntStream.range(0, patterns).mapToObj(this::enriched).toList();
        long[] marks = new long[2];
        Instant start = Instant.now();
        Surroundings surroundings = new Surroundings(
                Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC),
                new Random(1),
                duration -> {},
                () -> false);
        Publication publication = new RepositoryPublisher(
                        site, Publishing.DEFAULT.withMode(PublishMode.DIRECT), surroundings)
                .publish(MARK, null, null, state -> {
                    List<Revision> plan = plan(state, enriched);
                    marks[0] = Duration.between(start, Instant.now()).toMillis();
                    marks[1] = heap.begin();
                    return plan;
                });
        double committing = Duration.between(start, Instant.now()).toMillis() / 1e3;
        long peak = heap.end();
        if (publication.outcome() != Outcome.PUBLISHED
                || publication.revisions().size() != patterns) {
            throw new IllegalStateException(publication.outcome() + " " + publication.message());
        }
        long before = heap.begin();
        Instant told = Instant.now();
        long records = tell(site, publication, start);
        double telling = Duration.between(told, Instant.now()).toMillis() / 1e3;
        long events = heap.end() - before;
        if (records != patterns + 1) {
            throw new IllegalStateException(records + " records");
        }
        return new Figures(
                patterns, marks[1], peak - marks[1], events, marks[0] / 1e3, committing - marks[0] / 1e3, telling);
    }

    private static List<Revision> plan(RepositoryState state, List<Enriched> enriched) {
        return Planner.plan(GardenState.of(state.sections()), enriched, Policy.DEFAULT, DATE);
    }

    private static long tell(Site site, Publication publication, Instant start) {
        CycleReport report = new CycleReport(
                MARK,
                publication.outcome(),
                "",
                publication.revisions().size(),
                List.of(publication),
                List.of(),
                start,
                Duration.ZERO,
                null);
        Affirmation affirmation = Affirmation.newBuilder()
                .setGarden("garden")
                .setCycle("bench")
                .setDate(DATE.toString())
                .build();
        SourceRecord source = new SourceRecord("garden.affirmations", 0, 0, new byte[0], null, new RecordHeaders());
        LongAdder records = new LongAdder();
        new CycleEvents(affirmation, source).finished(report, List.of(site), record -> records.increment());
        return records.sum();
    }

    private Enriched enriched(int number) {
        List<Candidate> candidates = IntStream.rangeClosed(1, LINKS)
                .mapToObj(step -> new Candidate(
                        slug((number + step * 7919) % patterns),
                        "enables",
                        .95,
                        "Both speak of water and of soil, says the one and the other."))
                .toList();
        return new Enriched(slug(number), List.of(), List.of(), candidates, Set.of());
    }

    private static String slug(int number) {
        return String.format(Locale.ROOT, "pattern-%06d", number);
    }

    private void fill(Path source) throws IOException {
        try (FileRepository repository = (FileRepository)
                new FileRepositoryBuilder().setGitDir(source.toFile()).setBare().build()) {
            repository.create(true);
            try (PackInserter inserter = repository.getObjectDatabase().newPackInserter()) {
                PersonIdent ada = new PersonIdent("Ada", "ada@example.org", Instant.EPOCH, ZoneOffset.UTC);
                CommitBuilder commit = new CommitBuilder();
                commit.setTreeId(tree(inserter));
                commit.setAuthor(ada);
                commit.setCommitter(ada);
                commit.setMessage("Plant many");
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                repository.updateRef(Constants.HEAD).link("refs/heads/main");
                RefUpdate update = repository.updateRef("refs/heads/main");
                update.setNewObjectId(id);
                update.update();
            }
        }
    }

    private ObjectId tree(PackInserter inserter) throws IOException {
        TreeFormatter root = new TreeFormatter();
        int share = (patterns + FOLDERS - 1) / FOLDERS;
        for (int at = 0; at < patterns; at += share) {
            TreeFormatter tree = new TreeFormatter();
            for (int number = at; number < Math.min(patterns, at + share); number++) {
                byte[] text = text(number).getBytes(StandardCharsets.UTF_8);
                tree.append(slug(number) + ".md", FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, text));
            }
            root.append(String.format(Locale.ROOT, "part-%04d", at / share), FileMode.TREE, inserter.insert(tree));
        }
        return inserter.insert(root);
    }

    private static String text(int number) {
        StringBuilder text = new StringBuilder("""
                ---
                id: pat-%1$s
                slug: %1$s
                title: "Pattern %2$d"
                summary: "What pattern %2$d is good for."
                license: MIT
                ---

                """.formatted(slug(number), number));
        Random chance = new Random(number);
        while (text.length() < BODY) {
            text.append(Integer.toString(chance.nextInt(46_656), 36)).append(chance.nextInt(12) == 0 ? ".\n" : " ");
        }
        return text.append('\n').toString();
    }

    /** Watches how much heap is in use behind a collection, several times a second. */
    private static final class HeapWatch {
        private long most;
        private Thread thread = new Thread();

        long begin() {
            most = live();
            long before = most;
            thread = new Thread(this::watch, "heap-watch");
            thread.setDaemon(true);
            thread.start();
            return before;
        }

        long end() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return most;
        }

        private void watch() {
            try {
                while (true) {
                    Thread.sleep(250);
                    most = Math.max(most, live());
                }
            } catch (InterruptedException e) {
                most = Math.max(most, live());
            }
        }

        private static long live() {
            System.gc();
            // What the pools held right behind the collection; by now others may have made garbage again.
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
        }
    }
}
