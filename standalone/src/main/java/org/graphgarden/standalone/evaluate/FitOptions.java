package org.graphgarden.standalone.evaluate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.graphgarden.standalone.library.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What to fit on.
 *
 * @param repositories folders, or https or ssh addresses
 * @param reading how they are read
 * @param links files of links beside those that the libraries' curators made
 * @param judged file of judged pairs, or null
 * @param parts parts of the model that are fitted; the others stay
 * @param name name of the model
 * @param date date of the fit
 * @param command how the fit was asked for, without folders
 */
public record FitOptions(
        List<String> repositories,
        ReadOptions reading,
        List<Path> links,
        @Nullable Path judged,
        Set<Part> parts,
        String name,
        LocalDate date,
        String command) {
    public FitOptions {
        repositories = List.copyOf(repositories);
        links = List.copyOf(links);
        parts = Set.copyOf(parts);
    }

    /** A part of a model that can be fitted by itself. */
    public enum Part {
        /** Weights and confidence of links. */
        LINKS,
        /** Type and direction of links. */
        TYPES,
        /** What patterns are about. */
        ENTITIES
    }
}
