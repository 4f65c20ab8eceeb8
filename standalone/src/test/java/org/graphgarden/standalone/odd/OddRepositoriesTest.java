package org.graphgarden.standalone.odd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.graphgarden.git.Access;
import org.graphgarden.git.AccessCode;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PassedOver;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.git.TreeChange;
import org.graphgarden.ingest.change.ChangePlanner;
import org.graphgarden.ingest.change.GardenTable;
import org.graphgarden.ingest.change.RepositoryTable;
import org.graphgarden.ingest.read.BlobWork;
import org.graphgarden.ingest.read.CommitReader;
import org.graphgarden.ingest.read.FileAt;
import org.graphgarden.ingest.read.PlantedHistory;
import org.graphgarden.ingest.read.RefusedFile;
import org.graphgarden.ingest.read.TreeReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of every odd repository is an event, a dead letter, or ignored for a reason. Prints what became of how many. */
class OddRepositoriesTest {

    private static final int REPOSITORIES = 240;
    private static final int PUSHES = 3;

    private final SortedMap<String, Integer> outcomes = new TreeMap<>();
    private final Path temp;

    OddRepositoriesTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldAccountForEveryFileWhateverTheRepositoryHolds() throws Exception {
        try (BlobWork work = new BlobWork(2)) {
            for (int seed = 0; seed < REPOSITORIES; seed++) {
                try (OddRepository odd = new OddRepository(temp.resolve("odd-" + seed + ".git"), seed)) {
                    follow(odd, seed, work);
                }
            }
        }
        print();
        assertThat(outcomes)
                .containsKeys("event", "ignored: SYMLINK", "ignored: PATH_NOT_UTF8", "dead letter: INVALID_YAML");
    }

    private void follow(OddRepository odd, int seed, BlobWork work) throws IOException {
        Access access = Access.to(RepositoryAddress.parse(odd.folder().toString()));
        try (BareClone clone = BareClone.at(temp.resolve("clone-" + seed), access)) {
            RepositoryTable table = RepositoryTable.empty("odd");
            String base = PatternTree.NOTHING;
            odd.begin();
            for (int push = 0; push < PUSHES; push++) {
                FetchOutcome outcome = clone.fetch(null, BareClone.GARDEN_BRANCHES);
                ObjectId expected = odd.head();
                count("fetches");
                if (expected == null) {
                    assertThat(((FetchOutcome.Failed) outcome).failure().code()).isEqualTo(AccessCode.EMPTY);
                    count("repositories whose HEAD is on no commit, when fetched");
                } else {
                    String head = ((FetchOutcome.Head) outcome).commit();
                    assertThat(head).isEqualTo(expected.name());
                    Look whole = look(clone, PatternTree.NOTHING, head, work);
                    account(odd.git(), expected, whole, seed);
                    Look moved = look(clone, base, head, work);
                    table = table.with(moved.looked, moved.reading.found());
                    assertThat(table)
                            .as("seed %d, push %d", seed, push)
                            .isEqualTo(RepositoryTable.empty("odd").with(List.of(), whole.reading.found()));
                    base = head;
                }
                odd.goOn();
            }
        }
    }

    private record Look(List<String> looked, TreeReading reading) {}

    private static Look look(BareClone clone, String base, String head, BlobWork work) {
        PathFilter filter = PathFilter.markdown();
        SortedMap<String, PassedOver> passed = new TreeMap<>();
        List<String> looked = new ArrayList<>();
        List<FileAt> files = new ArrayList<>();
        for (TreeChange change : clone.tree(filter).diff(base, head, passed::put)) {
            looked.add(change.path());
            if (change.after() != null) {
                files.add(new FileAt(change.path(), change.after()));
            }
        }
        CommitReader reader = CommitReader.of(clone, head, filter, new PlantedHistory(filter), work);
        return new Look(looked, reader.read(files, done -> {}).and(passed));
    }

    private void account(Repository git, ObjectId head, Look look, int seed) throws IOException {
        TreeReading reading = look.reading;
        GardenTable garden = GardenTable.of(List.of(RepositoryTable.empty("odd").with(List.of(), reading.found())));
        SortedSet<String> accounted = new TreeSet<>();
        garden.winners().values().forEach(winner -> note("event", winner.file().path(), accounted));
        garden.conflicts()
                .forEach(conflict ->
                        note("dead letter: SLUG_TAKEN", conflict.file().path(), accounted));
        for (RefusedFile file : reading.refused()) {
            note("dead letter: " + file.code(), file.path(), accounted);
        }
        reading.ignored().forEach((path, reason) -> note("ignored: " + reason, path, accounted));
        assertThat(accounted).as("seed %d", seed).isEqualTo(allFiles(git, head));
        assertThat(ChangePlanner.plan(new TreeMap<>(), garden, "odd").changes())
                .hasSize(garden.winners().size());
    }

    private void note(String outcome, String path, SortedSet<String> accounted) {
        count(outcome);
        assertThat(accounted.add(path)).as("%s is accounted for once", path).isTrue();
    }

    /** By another way than the one that is tested: every leaf of the tree, bytes above ASCII shown unless they are UTF-8. */
    private static SortedSet<String> allFiles(Repository git, ObjectId head) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        try (RevWalk revisions = new RevWalk(git);
                TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(revisions.parseCommit(head).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                byte[] raw = walk.getRawPath();
                String text = new String(raw, StandardCharsets.UTF_8);
                String bytes = new String(raw, StandardCharsets.ISO_8859_1)
                        .chars()
                        .mapToObj(each -> each < 128 ? Character.toString(each) : "\\%03o".formatted(each))
                        .reduce("", String::concat);
                files.add(text.contains("\ufffd") ? bytes : text);
            }
        }
        return files;
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void print() {
        int files = outcomes.entrySet().stream()
                .filter(each -> each.getKey().matches("event|ignored.*|dead letter.*"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.printf("%d odd repositories, %d files looked at:%n", REPOSITORIES, files);
        outcomes.forEach((outcome, count) -> System.out.printf("%8d  %s%n", count, Objects.requireNonNull(outcome)));
    }
}
