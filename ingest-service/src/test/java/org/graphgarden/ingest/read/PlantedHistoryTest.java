package org.graphgarden.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.graphgarden.events.EntryKind;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedHistoryTest {

    private static final String TRAILER = "Tend\n\nGarden-Cycle: beds/";
    private static final List<String> ENTITIES = List.of("shade", "soil", "rain", "frost");

    private final Path beds;
    private final BareClone clone;
    private final BlobWork work = new BlobWork(2);
    private final PlantedHistory history = new PlantedHistory(PathFilter.markdown());
    private Git git;

    PlantedHistoryTest(@TempDir Path temp) throws Exception {
        this.beds = temp.resolve("beds");
        this.git =
                Git.init().setDirectory(beds.toFile()).setInitialBranch("main").call();
        this.clone = BareClone.at(temp.resolve("clone"), Access.to(RepositoryAddress.parse(beds.toString())));
    }

    @BeforeEach
    void plant() throws Exception {
        commit("mint", List.of(), "first");
    }

    @AfterEach
    void close() {
        git.close();
        clone.close();
        work.close();
    }

    @Test
    void shouldKnowWhatAFreshLookFindsWhereverTheBranchGoes() throws Exception {
        Random random = new Random(7);
        List<String> heads = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            // given
            List<String> chosen =
                    ENTITIES.stream().filter(each -> random.nextBoolean()).toList();
            boolean ours = random.nextInt(3) == 0;
            if (random.nextInt(6) == 0 && !heads.isEmpty()) {
                reset(heads.get(random.nextInt(heads.size())));
            }
            String slug = random.nextBoolean() ? "mint" : "sage";
            String head = commit(slug, chosen, ours ? TRAILER + step : "by hand " + step);
            heads.add(head);
            clone.fetch(null);

            // when
            Planted planted = history.at(clone, head, work);

            // then
            Planted fresh = new PlantedHistory(PathFilter.markdown()).at(clone, head, work);
            assertThat(standing(planted, "mint")).isEqualTo(standing(fresh, "mint"));
            assertThat(standing(planted, "sage")).isEqualTo(standing(fresh, "sage"));
        }
    }

    @Test
    void shouldNotReadOldGardenCommitsAgainWhenTheBranchMovesOn() throws Exception {
        // given: the file as our commit left it is only in the history by now
        String ours = commit("mint", List.of("shade"), TRAILER + "1");
        String second = commit("mint", List.of("shade", "soil"), "by hand");
        clone.fetch(null);
        history.at(clone, second, work);
        delete(blob(ours, "mint.md"));

        // when
        String third = commit("mint", List.of("shade", "soil", "rain"), TRAILER + "2");
        clone.fetch(null);
        Planted planted = history.at(clone, third, work);

        // then
        assertThat(standing(planted, "mint")).isEqualTo(List.of("rain", "shade"));
        PlantedHistory fresh = new PlantedHistory(PathFilter.markdown());
        assertThatThrownBy(() -> fresh.at(clone, third, work)).isInstanceOf(UncheckedIOException.class);
    }

    private static List<String> standing(Planted planted, String slug) {
        byte[] content = text(slug, ENTITIES).getBytes(StandardCharsets.UTF_8);
        PatternDocument document = ((ReadResult.Pattern) PatternReader.read(content)).document();
        return planted.standingIn(document).stream()
                .filter(ref -> ref.kind() == EntryKind.ENTITY)
                .map(SectionRef::key)
                .toList();
    }

    private String commit(String slug, List<String> entities, String message) throws Exception {
        Files.writeString(beds.resolve(slug + ".md"), text(slug, entities));
        git.add().addFilepattern(".").call();
        return git.commit()
                .setMessage(message)
                .setAuthor("Ada", "")
                .setCommitter("Ada", "")
                .setSign(false)
                .call()
                .name();
    }

    private static String text(String slug, List<String> entities) {
        StringBuilder text = new StringBuilder("---\nslug: " + slug + "\ngraph_garden:\n  last_pruned: 2026-01-01\n");
        text.append(entities.isEmpty() ? "  entities: []\n" : "  entities:\n");
        for (String entity : entities) {
            text.append("    - id: " + entity + "\n      type: concept\n      label: \"" + entity + "\"\n");
        }
        return text.append("---\n\nBody\n").toString();
    }

    private void reset(String commit) throws Exception {
        git.reset().setMode(ResetType.HARD).setRef(commit).call();
    }

    private ObjectId blob(String commit, String path) throws Exception {
        RevCommit parsed = git.getRepository().parseCommit(ObjectId.fromString(commit));
        try (TreeWalk walk = TreeWalk.forPath(git.getRepository(), path, parsed.getTree())) {
            return walk.getObjectId(0);
        }
    }

    private void delete(ObjectId loose) throws Exception {
        String name = loose.name();
        Files.delete(beds.resolve(".git/objects").resolve(name.substring(0, 2)).resolve(name.substring(2)));
    }
}
