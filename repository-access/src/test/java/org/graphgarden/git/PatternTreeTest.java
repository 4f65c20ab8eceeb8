package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternTreeTest {

    private final Path temp;

    PatternTreeTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldListRegularFilesOnlyWhenOtherKindsAreThere() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            source.write("beds/a.md", "one").write("z.txt", "no").write("draft/c.md", "no");
            Files.createSymbolicLink(source.folder().resolve("link.md"), Path.of("z.txt"));
            Files.createSymbolicLink(source.folder().resolve("linked"), Path.of("beds"));
            String commit = source.commit("first");
            clone.fetch(null);

            // when
            PatternTree tree = clone.tree(PathFilter.of(List.of("**/*.md"), List.of("draft/**")));

            // then
            assertThat(tree.list(commit)).extracting(TreeFile::path).containsExactly("beds/a.md");
            assertThat(tree.diff(PatternTree.NOTHING, commit))
                    .extracting(TreeChange::path)
                    .containsExactly("beds/a.md");
        }
    }

    @Test
    void shouldTellAddedModifiedAndRemovedWhenCommitsDiffer() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            String first = source.write("a.md", "one")
                    .write("b.md", "b")
                    .write("same.md", "s")
                    .commit("first");
            String second = source.write("a.md", "two")
                    .delete("b.md")
                    .write("c.md", "c")
                    .commit("second");
            clone.fetch(null);

            // when
            List<TreeChange> changes = clone.tree(PathFilter.markdown()).diff(first, second);

            // then
            assertThat(changes).extracting(TreeChange::path).containsExactly("a.md", "b.md", "c.md");
            assertThat(changes.get(1).after()).isNull();
            assertThat(changes.get(2).before()).isNull();
        }
    }

    @Test
    void shouldRefuseBlobWhenOverTheLimit() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            String full = "x".repeat(BlobReader.LIMIT);
            String commit =
                    source.write("full.md", full).write("over.md", full + "x").commit("first");
            clone.fetch(null);
            PatternTree tree = clone.tree(PathFilter.markdown());
            List<TreeFile> files = tree.list(commit);

            // when, then
            try (BlobReader reader = tree.reader()) {
                assertThat(reader.read(files.get(0).blob()))
                        .isInstanceOfSatisfying(BlobContent.Bytes.class, content -> assertThat(content.bytes())
                                .isEqualTo(full.getBytes(StandardCharsets.UTF_8)));
                assertThat(reader.read(files.get(1).blob())).isEqualTo(new BlobContent.TooLarge(BlobReader.LIMIT + 1));
            }
        }
    }
}
