package org.graphgarden.pruner.health;

import java.util.Comparator;

/**
 * A link or relation that points at nothing in the garden.
 *
 * @param repository name of the repository
 * @param path path of the file that holds it
 * @param target the name it uses, as it stands in the file
 * @param curated whether people wrote it
 * @param cause why there is nothing, as decisions name it
 * @param detail what is known beside, such as today's name or the commit that removed it; may be empty
 */
public record Dangling(String repository, String path, String target, boolean curated, String cause, String detail) {
    static final Comparator<Dangling> ORDER = Comparator.comparing(Dangling::repository)
            .thenComparing(Dangling::path)
            .thenComparing(Dangling::target);
}
