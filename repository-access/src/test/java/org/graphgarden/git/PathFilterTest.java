package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFilterTest {

    @ParameterizedTest
    @CsvSource({
        "**/*.md, a.md, true",
        "**/*.md, beds/herbs/a.md, true",
        "**/*.md, a.mdx, false",
        "*.md, beds/a.md, false",
        "beds/**, beds/herbs/a.md, true",
        "beds/?.md, beds/a.md, true",
        "beds/?.md, beds/ab.md, false",
        "a+(b).md, a+(b).md, true",
        "a.md, axmd, false",
    })
    void shouldMatchAsGlobSays(String glob, String path, boolean expected) {
        assertThat(PathFilter.of(List.of(glob), List.of()).matches(path)).isEqualTo(expected);
    }

    @Test
    void shouldLeaveOutPathWhenExcluded() {
        // given
        PathFilter filter = PathFilter.of(List.of("**/*.md"), List.of("templates/**"));

        // then
        assertThat(filter.matches("beds/a.md")).isTrue();
        assertThat(filter.matches("templates/a.md")).isFalse();
    }
}
