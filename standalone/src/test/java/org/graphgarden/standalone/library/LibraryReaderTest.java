package org.graphgarden.standalone.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.tend.Progress;
import org.graphgarden.standalone.tend.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryReaderTest {
    private static final PersonIdent STEWARD = new PersonIdent("Steward", "steward@example.org");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldReadEachSlugOnceAndSayWhyFilesAreRefused() throws Exception {
        // given
        write("a/shed.md", pattern("tool-shed", ""));
        write("b/shed.md", pattern("tool-shed", ""));
        write("barrel.md", pattern("rain-barrel", ""));
        write("broken.md", "---\nslug: broken\ntitle: [unclosed\n---\nText\n");
        write("note.md", "No front matter.\n");
        commit("Write patterns");
        // when
        Library library = read(null);
        // then
        assertThat(library.profiles()).extracting(Profile::slug).containsExactly("rain-barrel", "tool-shed");
        assertThat(library.refused())
                .extracting(Refused::path, Refused::code)
                .containsExactly(tuple("b/shed.md", "SLUG_TAKEN"), tuple("broken.md", "INVALID_YAML"));
        assertThat(library.commit()).hasSize(40);
    }

    @Test
    void shouldTakeEntitiesAsEvidenceUnlessAGardenCommitPlantedThem() throws Exception {
        // given
        write("shed.md", pattern("tool-shed", entity("sharing")));
        commit("Write patterns");
        write("shed.md", pattern("tool-shed", entity("sharing") + entity("storage")));
        commit("Tend\n\nGarden-Cycle: garden-2026-03-01\n");
        // when
        Library library = read(null);
        // then
        assertThat(library.profiles().get(0).entities())
                .extracting(Profile.EntityMention::id)
                .containsExactly("sharing");
    }

    @Test
    void shouldKnowWhatAStewardRejected() throws Exception {
        // given
        write("shed.md", pattern("tool-shed", ""));
        commit("Write patterns");
        write("shed.md", pattern("tool-shed", entity("sharing") + entity("storage")));
        commit("Tend\n\nGarden-Cycle: garden-2026-03-01\n");
        write("shed.md", pattern("tool-shed", entity("sharing")));
        commit("No storage here");
        // when, then
        assertThat(read(null).profiles().get(0).feedback())
                .isEqualTo(new Feedback(List.of(), List.of("storage"), false));
    }

    @Test
    void shouldReadThatBranchWhenNamed() throws Exception {
        // given
        write("shed.md", pattern("tool-shed", ""));
        commit("Write a pattern");
        try (Git git = Git.open(folder.toFile())) {
            git.checkout().setCreateBranch(true).setName("more").call();
        }
        write("barrel.md", pattern("rain-barrel", ""));
        commit("Write another");
        try (Git git = Git.open(folder.toFile())) {
            git.checkout().setName("main").call();
        }
        // when, then
        assertThat(read(null).profiles()).hasSize(1);
        assertThat(read("more").profiles()).hasSize(2);
        assertThatThrownBy(() -> read("none"))
                .isInstanceOf(LibraryException.class)
                .hasMessageContaining("there is no branch none; name a branch that exists");
    }

    @Test
    void shouldReadPlainFolder() throws Exception {
        // given
        write("deep/shed.md", pattern("tool-shed", entity("sharing")));
        write(".hidden/barrel.md", pattern("rain-barrel", ""));
        // when
        Library library = read(null);
        // then
        assertThat(library.profiles()).extracting(Profile::slug).containsExactly("tool-shed");
        assertThat(library.commit()).isEmpty();
    }

    @Test
    void shouldSayWhatToDoWhenThereIsNothingToRead() throws Exception {
        write("note.md", "No front matter.\n");
        assertThatThrownBy(() -> read(null))
                .isInstanceOf(LibraryException.class)
                .hasMessageContaining("holds no pattern");
        assertThatThrownBy(() -> LibraryReader.read(
                        folder.resolve("none").toString(), new ReadOptions(null, folder, false), Progress.SILENT))
                .isInstanceOf(LibraryException.class)
                .hasMessageContaining("there is no folder");
    }

    private Library read(@Nullable String branch) {
        return LibraryReader.read(
                folder.toString(), new ReadOptions(branch, folder.resolve("state"), false), Progress.SILENT);
    }

    private static String pattern(String slug, String entities) {
        String section = entities.isEmpty() ? "" : "graph_garden:\n  entities:\n" + entities;
        return "---\nslug: " + slug + "\ntitle: " + slug + "\n" + section + "---\n\nText of " + slug + ".\n";
    }

    private static String entity(String id) {
        return "    - id: " + id + "\n      type: concept\n      label: \"" + id + "\"\n      relevance: 0.9\n";
    }

    private void write(String path, String content) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void commit(String message) throws GitAPIException {
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor(STEWARD)
                    .setCommitter(STEWARD)
                    .setMessage(message)
                    .setSign(false)
                    .call();
        }
    }
}
