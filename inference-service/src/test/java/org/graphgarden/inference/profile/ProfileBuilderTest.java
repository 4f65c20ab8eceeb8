package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.junit.jupiter.api.Test;

class ProfileBuilderTest {
    private static final EntityMention COMPOST = new EntityMention("compost", "concept", "Compost", 0.9);
    private static final EntityMention WORMS = new EntityMention("", "", "Worm farming", 0);

    private final AtomicReference<String> embedded = new AtomicReference<>("");
    private final ProfileBuilder builder = new ProfileBuilder(new SentenceModel() {
        @Override
        public String name() {
            return "remembers";
        }

        @Override
        public Embedding embed(String text) {
            embedded.set(text);
            return Embedding.NONE;
        }
    });

    @Test
    void shouldEmbedTitleAndSummary() {
        builder.profile(Facts.of("hot-heap", "Hot Heap", "Turn waste\ninto **soil**.", "Long text."), Set.of());
        assertThat(embedded.get()).isEqualTo("Hot Heap. Turn waste into soil.");
    }

    @Test
    void shouldEmbedHowTheTextBeginsWhenThereIsNoSummary() {
        builder.profile(Facts.of("hot-heap", "Hot Heap", "", "## Why\n\nWaste is food."), Set.of());
        assertThat(embedded.get()).isEqualTo("Hot Heap. Waste is food.");
    }

    @Test
    void shouldSayTheSlugInWordsWhenThereIsNoTitle() {
        Profile profile = builder.profile(Facts.of("hot-heap", " ", "", ""), Set.of());
        assertThat(profile.title()).isEqualTo("hot heap");
        assertThat(profile.sections()).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatWasPlanted() {
        // given
        PatternFacts facts = Facts.with("heap", "Heap", "", "", List.of(COMPOST, WORMS));

        // when, then
        assertThat(builder.profile(facts, Set.of("compost")).entities()).containsExactly(WORMS);
        assertThat(builder.profile(facts, Set.of("Worm farming")).entities()).containsExactly(COMPOST);
    }

    @Test
    void shouldLeaveOutWhatAPruneCycleWillDropForAFaultOfItsOwn() {
        // given
        EntityMention stranger = new EntityMention("jane-digger", "person", "Jane Digger", 0.9);
        EntityMention again = new EntityMention(COMPOST.id(), "tool", "Another Label", 0.5);
        PatternFacts facts = Facts.with("heap", "Heap", "", "", List.of(COMPOST, stranger, again));

        // when
        Profile profile = builder.profile(facts, Set.of());

        // then
        assertThat(profile.entities()).containsExactly(COMPOST);
        assertThat(profile.absentNames()).containsExactly("jane-digger");
    }

    @Test
    void shouldDropSectionsThatSayWhereTheTextComesFrom() {
        // given
        String body = "## Solution\n\nStack it.\n\n## 7. References & Resources\n\n1. A. Digger: *Soil*.\n";

        // when
        Profile profile = builder.profile(Facts.of("heap", "Heap", "", body), Set.of());

        // then
        assertThat(profile.sections()).containsExactly(new TextSection("Solution", "Stack it."));
    }
}
