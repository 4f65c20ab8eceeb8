package org.graphgarden.format;

import java.util.List;

/**
 * What people say of a pattern in its front matter. Texts are empty and lists are empty when the file does not have them.
 *
 * @param slug the slug; the id when the file has no slug
 * @param id the id, or empty
 * @param title title, or empty
 * @param aliases other names, in file order
 * @param summary summary, lines folded as YAML folds them
 * @param keywords search keywords, in file order
 * @param tension the primary tension, such as "Plan vs. Weather"
 * @param domains domain first, then cross domains and others, each once
 * @param sources sources as they are named, in file order
 * @param curated curated relationships, in file order
 * @param olderFormat whether the file has its relations at the top level instead of in {@code relationships}
 */
public record FrontMatter(
        String slug,
        String id,
        String title,
        List<String> aliases,
        String summary,
        List<String> keywords,
        String tension,
        List<String> domains,
        List<String> sources,
        List<CuratedRelation> curated,
        boolean olderFormat) {

    public FrontMatter {
        if (slug.isBlank()) {
            throw new IllegalArgumentException("slug must not be blank");
        }
        aliases = List.copyOf(aliases);
        keywords = List.copyOf(keywords);
        domains = List.copyOf(domains);
        sources = List.copyOf(sources);
        curated = List.copyOf(curated);
    }
}
