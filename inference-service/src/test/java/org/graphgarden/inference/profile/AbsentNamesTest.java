package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.junit.jupiter.api.Test;

class AbsentNamesTest {

    @Test
    void shouldTellThePersonWhoseLastNameIsNotInTheText() {
        assertThat(absent("Rosa Beet digs. A Fennelian garden.", person("rosa-beet"), person("ida-fennel")))
                .isEmpty();
        assertThat(absent("Rosa digs.", person("rosa-beet"), person("ida-fennel")))
                .containsExactly("rosa-beet", "ida-fennel");
    }

    @Test
    void shouldIgnoreAccentsAndWhatStandsBehindAName() {
        assertThat(absent("As René Rübe said", new EntityMention("rube", "person", "Rene Rube Jr. (gardener)", 0)))
                .isEmpty();
    }

    @Test
    void shouldTellTheOrganisationOfWhichNoWordIsInTheText() {
        // given
        EntityMention guild = new EntityMention("guild", "organization", "Guild of Seed Savers (GSS)", 0);

        // when, then
        assertThat(absent("The GSS met.", guild)).isEmpty();
        assertThat(absent("Seeds of the year.", guild)).isEmpty();
        assertThat(absent("Of the year.", guild)).containsExactly("guild");
    }

    @Test
    void shouldLeaveOtherTypesAloneAndEntriesWithoutId() {
        assertThat(absent(
                        "Nothing.",
                        new EntityMention("mulch", "practice", "Mulching", 0),
                        new EntityMention("", "person", "Ida Fennel", 0)))
                .isEmpty();
    }

    private static List<String> absent(String text, EntityMention... entities) {
        return AbsentNames.of(List.of(entities), List.of("A Title", text));
    }

    private static EntityMention person(String id) {
        String[] names = id.split("-");
        return new EntityMention(id, "person", names[0] + " " + names[1], 0.9);
    }
}
