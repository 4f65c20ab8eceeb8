package org.graphgarden.inference.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.graphgarden.inference.text.MarkdownText;
import org.graphgarden.inference.text.Spaces;

/** Makes profiles: a pure function of one file's facts, of what Graph Garden planted in it, and of the sentence model. */
public final class ProfileBuilder {
    private final SentenceModel model;

    public ProfileBuilder(SentenceModel model) {
        this.model = model;
    }

    /** Name of the model behind the embeddings; see {@link SentenceModel#name()}. */
    public String modelName() {
        return model.name();
    }

    /**
     * Profiles one pattern.
     *
     * @param facts what the file says
     * @param planted ids (or, of entities without id, labels) of the section's entities that Graph Garden planted; they are no
     *     evidence and are left out
     */
    public Profile profile(PatternFacts facts, Set<String> planted) {
        MarkdownText body = MarkdownText.of(facts.body());
        List<TextSection> sections = body.sections().stream()
                .filter(section -> !Boilerplate.isHeading(section.heading()))
                .map(section -> new TextSection(section.heading(), section.text()))
                .toList();
        String title = facts.title().isBlank() ? inWords(facts.slug()) : Spaces.tidy(facts.title());
        String summary = MarkdownText.plain(facts.summary());
        List<String> absentNames = AbsentNames.of(facts.entities(), texts(facts, title, body));
        return new Profile(
                facts.slug(),
                facts.id(),
                title,
                tidy(facts.aliases()),
                summary,
                tidy(facts.keywords()),
                Spaces.tidy(facts.tension()),
                tidy(facts.domains()),
                facts.curated(),
                evidence(facts.entities(), planted, absentNames),
                absentNames,
                sections,
                body.emphasised(),
                embed(title, Profile.about(summary, sections)),
                Feedback.NONE,
                SeamFinder.find(facts, title, summary, sections));
    }

    /**
     * What people and other programs say that the pattern speaks of. What a prune cycle takes away for a fault that shows in the
     * file itself says nothing from the start: else the garden's vocabulary would change by tending it, and the next cycle with it.
     */
    private static List<EntityMention> evidence(
            List<EntityMention> entities, Set<String> planted, List<String> absentNames) {
        Set<String> seen = new HashSet<>();
        return entities.stream()
                .filter(entity -> entity.id().isBlank() || seen.add(entity.id()))
                .filter(entity -> !absentNames.contains(entity.id()))
                .filter(entity -> !planted.contains(entity.id().isEmpty() ? entity.label() : entity.id()))
                .toList();
    }

    /** Everything in which a name may stand, sources included. */
    private static List<String> texts(PatternFacts facts, String title, MarkdownText body) {
        List<String> texts = new ArrayList<>(List.of(title, facts.summary(), facts.tension()));
        texts.addAll(facts.aliases());
        texts.addAll(facts.keywords());
        for (MarkdownText.Section section : body.sections()) {
            texts.add(section.heading());
            texts.add(section.text());
        }
        return texts;
    }

    private Embedding embed(String title, String about) {
        return model.embed(about.isEmpty() ? title : title + ". " + about);
    }

    private static String inWords(String slug) {
        return slug.replace('-', ' ').replace('_', ' ').strip();
    }

    private static List<String> tidy(List<String> values) {
        Set<String> tidy = new LinkedHashSet<>();
        for (String value : values) {
            String line = Spaces.tidy(value);
            if (!line.isEmpty()) {
                tidy.add(line);
            }
        }
        return new ArrayList<>(tidy);
    }
}
