package org.graphgarden.inference.stream;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.EntryRef;
import org.graphgarden.events.PatternChange;
import org.graphgarden.format.FrontMatter;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.PatternDocument;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.inference.profile.PatternFacts;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.ProfileBuilder;

/** Reads the changed file and profiles it. */
final class DocumentProfiler implements Profiler {
    private final ProfileBuilder builder;

    DocumentProfiler(ProfileBuilder builder) {
        this.builder = builder;
    }

    @Override
    public Profile profile(PatternChange change) {
        Set<String> planted = change.getPlanted().stream()
                .filter(entry -> entry.getKind() == EntryKind.ENTITY)
                .map(EntryRef::getId)
                .collect(Collectors.toUnmodifiableSet());
        return builder.profile(facts(change.getSlug(), read(change)), planted);
    }

    @Override
    public String sentenceModel() {
        return builder.modelName();
    }

    private static PatternDocument read(PatternChange change) {
        ByteBuffer content = change.getContent();
        if (content == null) {
            throw new IllegalArgumentException("the change carries no content");
        }
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        ReadResult result = PatternReader.read(bytes);
        if (result instanceof ReadResult.Pattern pattern) {
            return pattern.document();
        }
        if (result instanceof ReadResult.Refused refused) {
            throw new IllegalArgumentException(refused.problems().get(0).toString());
        }
        throw new IllegalArgumentException("the file is not a pattern");
    }

    private static PatternFacts facts(String slug, PatternDocument document) {
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
                        .map(relation -> new CuratedRelation(relation.type(), relation.target()))
                        .toList(),
                document.section().map(DocumentProfiler::entities).orElse(List.of()),
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
