package org.graphgarden.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.graphgarden.git.AccessCode;
import org.junit.jupiter.api.Test;

class AccessCodesReferenceTest {

    @Test
    void shouldDocumentEveryCodeWithItsRemedy() throws Exception {
        // given
        String rows = Arrays.stream(AccessCode.values())
                .map(code -> "| `%s` | %s | %s |%n".formatted(code, code.passing() ? "soon" : "late", code.remedy()))
                .collect(Collectors.joining())
                .replace(System.lineSeparator(), "\n");
        // when
        String page = Files.readString(Path.of("..", "docs", "operators.md"));
        // then
        assertThat(page)
                .as("docs/operators.md holds the table of access codes; correct it and commit it")
                .contains("| reason | again | what to do |\n|---|---|---|\n" + rows);
    }
}
