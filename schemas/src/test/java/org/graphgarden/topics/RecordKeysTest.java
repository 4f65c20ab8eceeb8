package org.graphgarden.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphgarden.events.EntryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeysTest {

    @Test
    void shouldReadAsTheDesignSaysWhenNamesAreOrdinary() {
        assertThat(RecordKeys.ofPattern("commons", "open-table")).isEqualTo("commons/open-table");
        assertThat(RecordKeys.ofRepository("commons", "patterns")).isEqualTo("commons/#patterns");
        assertThat(RecordKeys.ofCycle("commons", "2026-03-01T04:00:00Z")).isEqualTo("commons/2026-03-01T04:00:00Z");
        assertThat(RecordKeys.ofEntry("commons", "open-table", EntryKind.LINK, "shared-shed"))
                .isEqualTo("commons/open-table/link/shared-shed");
    }

    @Property(seed = "1")
    void shouldReadBackWhateverTheSlugIs(@ForAll("texts") String slug) {
        // when
        String key = RecordKeys.ofPattern("commons", slug);

        // then
        assertThat(RecordKeys.garden(key)).isEqualTo("commons");
        assertThat(RecordKeys.slug(key)).isEqualTo(slug);
        assertThat(RecordKeys.namesRepository(key)).isFalse();
    }

    @Property(seed = "1")
    void shouldReadBackEntriesWhateverSlugAndIdAre(
            @ForAll("texts") String slug, @ForAll EntryKind kind, @ForAll("texts") String id) {
        // when
        String key = RecordKeys.ofEntry("g", slug, kind, id);

        // then
        assertThat(RecordKeys.entry(key)).isEqualTo(new RecordKeys.Entry("g", slug, kind, id));
        assertThat(RecordKeys.slug(key)).isEqualTo(slug);
    }

    @Property(seed = "1")
    void shouldNeverGiveTwoSlugsOneKey(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(RecordKeys.ofPattern("g", one).equals(RecordKeys.ofPattern("g", other)))
                .isEqualTo(one.equals(other));
    }

    @Test
    void shouldReadBackRepositoryWhenKeyNamesOne() {
        String key = RecordKeys.ofRepository("commons", "patterns");
        assertThat(RecordKeys.namesRepository(key)).isTrue();
        assertThat(RecordKeys.repository(key)).isEqualTo("patterns");
    }

    @Test
    void shouldAllowEmptyIdWhenTheWholeSectionIsMeant() {
        String key = RecordKeys.ofEntry("g", "a", EntryKind.SECTION, "");
        assertThat(RecordKeys.entry(key)).isEqualTo(new RecordKeys.Entry("g", "a", EntryKind.SECTION, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Commons", "a/b", "-x", ".git", "a b", "ä", "#a"})
    void shouldRefuseGardenWhenItsNameIsNoName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordKeys.ofPattern(name, "slug"))
                .withMessageContaining("garden is '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\u0000", "\u007f"})
    void shouldRefuseSlugWhenItHoldsControlCharacters(String slug) {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordKeys.ofPattern("g", slug));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab#%/2F35é-")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(RecordKeys::isKeyable);
    }
}
