package org.graphgarden.inference.entity;

import java.util.Locale;

/** The kinds of entity that are told apart. */
enum EntityType {
    CONCEPT,
    PRACTICE,
    FRAMEWORK,
    PERSON,
    TOOL,
    ORGANIZATION;

    static final int COUNT = values().length;

    /** As it is written in files. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is somebody's name, which must stand in the text. */
    boolean isName() {
        return this == PERSON || this == ORGANIZATION;
    }
}
