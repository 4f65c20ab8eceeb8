package org.graphgarden.inference.profile;

import java.util.List;
import org.graphgarden.format.FrontMatter;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;

/** Takes from a document what its profile is made of. */
public final class DocumentFacts {
    private DocumentFacts() {}

    /**
     * The facts of one document.
     *
     * @param slug slug that the garden knows it by
     */
    public static PatternFacts of(String slug, PatternDocument document) {
        FrontMatter front = document.frontMatter();
        return new PatternFacts(
                slug,
                front.id(),
                front.title(),
                front.aliases(),
                front.summary(),
                front.keywords(),
                front.tension(),
                front.domains(),
                front.curated().stream()
                        .map(relation -> new CuratedRelation(relation.type(), relation.target(), relation.list()))
                        .toList(),
                document.section().map(DocumentFacts::entities).orElse(List.of()),
                document.foreignText(),
                document.body());
    }

    private static List<EntityMention> entities(GardenSection section) {
        return section.entities().stream()
                .map(entity -> new EntityMention(
                        entity.id(),
                        entity.type(),
                        entity.label(),
                        entity.relevance().orElse(0)))
                .toList();
    }
}
