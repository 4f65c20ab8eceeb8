package org.graphgarden.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All sections that a program knows; whatever else stands in a file is refused. {@code kafka} and {@code gardens} have
 * rules of their own.
 */
public record Declarations(List<Section> sections) {

    public Declarations {
        sections = List.copyOf(sections);
        long names = sections.stream().map(Section::name).distinct().count();
        if (names != sections.size()) {
            throw new IllegalArgumentException("a section is declared twice");
        }
    }

    /** What every program has, and the sections of its services, in the order of the reference. */
    public static Declarations with(Section... services) {
        List<Section> sections = new ArrayList<>(CommonSettings.SECTIONS);
        sections.addAll(List.of(services));
        return new Declarations(sections);
    }

    Optional<Section> section(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).findFirst();
    }
}
