package org.graphgarden.inference.profile;

import java.util.List;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;

/**
 * What a profile is made of: the facts of the front matter and the body, as they stand in the file.
 *
 * @param slug slug, unique in its garden
 * @param id the front matter's id, or empty
 * @param title title, or empty
 * @param aliases other names, in file order
 * @param summary summary in Markdown, or empty
 * @param keywords search keywords, in file order
 * @param tension the primary tension, or empty
 * @param domains domain first, then cross domains and others, in file order
 * @param curated relationships that people wrote, in file order
 * @param entities every entity of the section, in file order
 * @param front text of the front matter, without the garden block
 * @param body the Markdown after the front matter
 */
public record PatternFacts(
        String slug,
        String id,
        String title,
        List<String> aliases,
        String summary,
        List<String> keywords,
        String tension,
        List<String> domains,
        List<CuratedRelation> curated,
        List<EntityMention> entities,
        String front,
        String body) {

    public PatternFacts {
        if (slug.isBlank()) {
            throw new IllegalArgumentException("slug must not be blank");
        }
        aliases = List.copyOf(aliases);
        keywords = List.copyOf(keywords);
        domains = List.copyOf(domains);
        curated = List.copyOf(curated);
        entities = List.copyOf(entities);
    }
}
