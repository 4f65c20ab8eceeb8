package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.graphgarden.format.GardenSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFilterTest {
    @Test
    void shouldTakeNamesThatNoPathCanHold() {
        SectionState section = section("beds/b\u0000d\u00e9\u2028.md", "s\u0000ge");
        assertThat(FileFilter.ALL.matches(section)).isTrue();
        assertThat(FileFilter.of("beds/*.md").matches(section)).isTrue();
        assertThat(FileFilter.of("s?ge").matches(section)).isTrue();
        assertThat(FileFilter.of("mint").matches(section)).isFalse();
    }

    @Property(seed = "1", tries = 2000)
    void shouldMatchAsThePlatformDoes(
            @ForAll @Chars({'a', 'b', '*', '?', '/', '{', '}', ',', '.'}) @StringLength(min = 1, max = 9) String glob,
            @ForAll @Chars({'a', 'b', '/', '.'}) @StringLength(min = 1, max = 7) String text) {
        boolean isGlob = true;
        boolean expected = false;
        try {
            expected = FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(text));
        } catch (IllegalArgumentException e) {
            isGlob = false;
        }
        // Only as they come out of Git: no empty names.
        if (Path.of(text).toString().equals(text)) {
            if (isGlob) {
                assertThat(Glob.compile(glob).matcher(text).matches()).isEqualTo(expected);
            } else {
                assertThatThrownBy(() -> Glob.compile(glob)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[ab]a", "[!ab]a", "[a-c]", "\\*", "\\a", "a[.]b", "[", "[]", "a\\", "{a", "{{a}}", "[b-a]", "a}"
            })
    void shouldReadAsThePlatformDoes(String glob) {
        for (String text : List.of("aa", "ca", "b", "*", "a", "a.b", "axb", "a}")) {
            boolean expected;
            try {
                expected =
                        FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(text));
            } catch (IllegalArgumentException e) {
                assertThatThrownBy(() -> FileFilter.of(glob)).isInstanceOf(IllegalArgumentException.class);
                continue;
            }
            assertThat(Glob.compile(glob).matcher(text).matches()).as(text).isEqualTo(expected);
        }
    }

    private static SectionState section(String path, String slug) {
        return new SectionState(slug, "", "east", path, SectionState.Form.ABSENT, GardenSection.EMPTY, List.of(), "");
    }
}
