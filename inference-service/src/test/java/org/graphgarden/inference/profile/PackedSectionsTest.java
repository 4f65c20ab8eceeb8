package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.junit.jupiter.api.Test;

class PackedSectionsTest {
    @Property(seed = "1", tries = 200)
    void shouldEqualWhatWasPacked(@ForAll List<String> texts) {
        // given
        List<TextSection> sections = new ArrayList<>();
        texts.forEach(text -> sections.add(new TextSection("about " + text.length(), text)));
        // when
        List<TextSection> packed = PackedSections.of(sections);
        // then
        assertThat(packed).isEqualTo(sections).hasSameHashCodeAs(sections);
        assertThat(sections).isEqualTo(packed);
    }

    @Test
    void shouldGiveOneSectionWhenAskedForIt() {
        // given
        List<TextSection> sections = List.of(new TextSection("", "first"), new TextSection("later", "größer"));
        // when
        List<TextSection> packed = PackedSections.of(sections);
        // then
        assertThat(packed).isInstanceOf(PackedSections.class);
        assertThat(packed.get(1)).isEqualTo(sections.get(1));
    }
}
