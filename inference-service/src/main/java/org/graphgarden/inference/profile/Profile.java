package org.graphgarden.inference.profile;

import java.util.List;

/**
 * What one pattern says by itself; a pure function of its file.
 *
 * @param slug slug, unique in its garden
 * @param id the front matter's id, or empty
 * @param title title; the slug in words when the file has none
 * @param aliases other names, in file order
 * @param summary summary as plain text, or empty
 * @param keywords search keywords, in file order
 * @param tension the primary tension, such as "Dialogue vs. Difference", or empty
 * @param domains domain first, then cross domains and others, in file order
 * @param curated relationships that people wrote, in file order
 * @param entities entities of the section that Graph Garden did not plant, in file order
 * @param absentNames ids of the section's persons and organisations, whoever planted them, that the file's text does not name
 * @param sections the body as plain text, boilerplate dropped, in file order
 * @param phrases emphasised phrases of the body, each once, in file order
 * @param embedding sentence embedding of title and summary; empty when there is none
 * @param feedback what stewards' edits take away from it
 * @param seams where the summary and the sections' texts leave the file
 */
public record Profile(
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
        List<String> absentNames,
        List<TextSection> sections,
        List<String> phrases,
        Embedding embedding,
        Feedback feedback,
        Seams seams) {

    private static final int LEAD_LENGTH = 700;

    public Profile {
        if (slug.isBlank()) {
            throw new IllegalArgumentException("slug must not be blank");
        }
        aliases = List.copyOf(aliases);
        keywords = List.copyOf(keywords);
        domains = List.copyOf(domains);
        curated = List.copyOf(curated);
        entities = List.copyOf(entities);
        absentNames = List.copyOf(absentNames);
        sections = sections instanceof PackedSections ? sections : List.copyOf(sections);
        phrases = List.copyOf(phrases);
    }

    /** A profile that misses no names, of which no steward said anything, and that stands in its file as it is. */
    public Profile(
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
            List<TextSection> sections,
            List<String> phrases,
            Embedding embedding) {
        this(
                slug,
                id,
                title,
                aliases,
                summary,
                keywords,
                tension,
                domains,
                curated,
                entities,
                List.of(),
                sections,
                phrases,
                embedding,
                Feedback.NONE,
                Seams.UNKNOWN);
    }

    /** The same pattern with other relationships and entities: what it says if some were not there. */
    public Profile with(List<CuratedRelation> curated, List<EntityMention> entities) {
        return copy(curated, entities, sections, embedding, feedback);
    }

    /** The same pattern after other edits of stewards. */
    public Profile with(Feedback other) {
        return copy(curated, entities, sections, embedding, other);
    }

    /** The same pattern with another embedding. */
    Profile withEmbedding(Embedding other) {
        return copy(curated, entities, sections, other, feedback);
    }

    /** The same profile with its sections compressed, to a third or so; to read them takes a tenth of a millisecond. */
    public Profile packed() {
        if (sections instanceof PackedSections) {
            return this;
        }
        return copy(curated, entities, PackedSections.of(sections), embedding, feedback);
    }

    /** The same pattern with what may differ between two views of it. */
    private Profile copy(
            List<CuratedRelation> related,
            List<EntityMention> tagged,
            List<TextSection> texts,
            Embedding meaning,
            Feedback said) {
        return new Profile(
                slug,
                id,
                title,
                aliases,
                summary,
                keywords,
                tension,
                domains,
                related,
                tagged,
                absentNames,
                texts,
                phrases,
                meaning,
                said,
                seams);
    }

    /** Whether a relationship or a link that names this means the pattern: by its slug or by its id. */
    public boolean isNamed(String name) {
        return name.equals(slug) || !id.isEmpty() && name.equals(id);
    }

    /** What the pattern says it is about: its summary or, when it has none, how its text begins (up to 700 characters). */
    public String about() {
        return about(summary, sections);
    }

    static String about(String summary, List<TextSection> sections) {
        if (!summary.isEmpty()) {
            return summary;
        }
        StringBuilder lead = new StringBuilder();
        for (TextSection section : sections) {
            for (String line : section.text().split("\n")) {
                if (lead.length() >= LEAD_LENGTH) {
                    return lead.substring(0, LEAD_LENGTH);
                }
                lead.append(lead.isEmpty() ? "" : " ").append(line);
            }
        }
        return lead.toString();
    }

    /**
     * A relationship that people wrote into the front matter.
     *
     * @param type link type as it stands in the file
     * @param target slug or id that it names, as it stands in the file
     * @param list where it stands in the front matter, such as {@code relationships.enables}, or {@code related} in older files
     */
    public record CuratedRelation(String type, String target, String list) {
        /** One of the {@code relationships}. */
        public CuratedRelation(String type, String target) {
            this(type, target, "relationships." + type);
        }
    }

    /**
     * An entity that stands in a section, was not planted by Graph Garden, and is not about to be dropped for a fault that the file
     * itself shows (a name that its text lacks, an id that stands there already).
     *
     * @param id id as it stands in the file, or empty
     * @param type type as it stands in the file, or empty
     * @param label display label
     * @param relevance 0 to 1; 0 when the file gives none
     */
    public record EntityMention(String id, String type, String label, double relevance) {}

    /**
     * One section of the body.
     *
     * @param heading heading, or empty for the text before the first heading
     * @param text plain text, paragraphs separated by a newline
     */
    public record TextSection(String heading, String text) {}
}
