package org.graphgarden.pruner.plan;

import java.util.List;
import org.graphgarden.format.GardenSection;

/**
 * What one pattern's file holds now, as far as the plan needs it.
 *
 * @param slug slug, unique in the garden
 * @param id the front matter's id, or empty
 * @param repository name of the repository
 * @param path path inside the repository, with forward slashes
 * @param form whether there is a section
 * @param section the section; empty when there is none
 * @param curated slugs or ids that the file's own relationships name, of any type
 * @param text the file without its section, to look quotes up in; empty when unknown
 * @param subject what people say the pattern is about
 */
public record SectionState(
        String slug,
        String id,
        String repository,
        String path,
        Form form,
        GardenSection section,
        List<String> curated,
        String text,
        Subject subject) {

    /**
     * What people say a pattern is about, in its front matter.
     *
     * @param title title, or empty
     * @param keywords search keywords
     * @param domains domains of the ontology, the pattern's own first
     */
    public record Subject(String title, List<String> keywords, List<String> domains) {
        /** Nothing is said. */
        public static final Subject UNSAID = new Subject("", List.of(), List.of());

        public Subject {
            keywords = List.copyOf(keywords);
            domains = List.copyOf(domains);
        }
    }

    /** Whether a file has a section. */
    public enum Form {
        /** The file has a section, empty or not. */
        PRESENT,
        /** The file has none; it may get one. */
        ABSENT,
        /** The section cannot be written, or the file says {@code graph_garden: false}: it is never touched. */
        CLOSED
    }

    public SectionState {
        if (slug.isBlank()) {
            throw new IllegalArgumentException("slug must not be blank: path=" + path);
        }
        curated = List.copyOf(curated);
    }

    /** A file of whose subject nothing is known. */
    public SectionState(
            String slug,
            String id,
            String repository,
            String path,
            Form form,
            GardenSection section,
            List<String> curated,
            String text) {
        this(slug, id, repository, path, form, section, curated, text, Subject.UNSAID);
    }

    /** The same file with another section. */
    SectionState revised(GardenSection now) {
        return new SectionState(slug, id, repository, path, Form.PRESENT, now, curated, text, subject);
    }

    /** The same file, not to be touched. */
    SectionState closed() {
        return new SectionState(slug, id, repository, path, Form.CLOSED, section, curated, text, subject);
    }

    boolean present() {
        return form == Form.PRESENT;
    }
}
