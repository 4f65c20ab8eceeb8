package org.graphgarden.inference.link.type;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of links that inference can tell apart, named as seen from the source. */
public enum LinkType {
    /** The two help each other; what is said when nothing more is sure. */
    COMPLEMENTARY,
    /** Either can stand in for the other. */
    ALTERNATIVES,
    /** The target is the more general pattern. */
    GENERALIZES_FROM,
    /** The target is the more specific pattern. */
    SPECIALIZES_TO,
    /** The target comes first. */
    REQUIRES,
    /** The source makes the target possible or easier. */
    ENABLES;

    /** As the front matter has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this key, or empty when inference does not know it. */
    public static Optional<LinkType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }

    /** The type of the same link seen from its target. */
    public LinkType inverse() {
        return switch (this) {
            case COMPLEMENTARY, ALTERNATIVES -> this;
            case GENERALIZES_FROM -> SPECIALIZES_TO;
            case SPECIALIZES_TO -> GENERALIZES_FROM;
            case REQUIRES -> ENABLES;
            case ENABLES -> REQUIRES;
        };
    }
}
