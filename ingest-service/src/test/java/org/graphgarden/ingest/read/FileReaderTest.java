package org.graphgarden.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.ingest.change.PatternFile;
import org.junit.jupiter.api.Test;

class FileReaderTest {

    private static PatternFile file(String section) {
        byte[] bytes = ("---\nslug: mint\n" + section + "---\n\nIt spreads.\n").getBytes(StandardCharsets.UTF_8);
        ReadResult.Pattern pattern = (ReadResult.Pattern) PatternReader.read(bytes);
        return FileReader.patternFile(new FileAt("mint.md", "b"), pattern.document(), new TreeSet<>());
    }

    @Test
    void shouldTellOfAFileThatOptsOutOrInThoughNothingElseOfItChanges() {
        assertThat(file("").saysTheSameAs(file("graph_garden: false\n"))).isFalse();
        assertThat(file("graph_garden: false\n").saysTheSameAs(file("graph_garden: false\n")))
                .isTrue();
        assertThat(file("").saysTheSameAs(file("graph_garden:\n  last_pruned: 2026-03-01\n")))
                .isTrue();
    }
}
