package org.graphgarden.pruner.health;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.settings.EnumWords;
import org.jspecify.annotations.Nullable;

/**
 * How evenly links spread over what they point at. Only links that point at a pattern of the garden count.
 *
 * @param links which links
 * @param by into what their targets are divided
 * @param count how many links there are, 0 or more
 * @param gini Gini coefficient over the groups, each weighed by its patterns: 0 is even, 1 is all at one
 * @param top the group that stands out most; empty when there is no link
 * @param share share of the links that point there, 0 to 1
 * @param expected share that chance would give it: that of its patterns, 0 to 1
 * @param chance how likely chance alone gives a picture as lopsided or more, 0 to 1; an upper bound
 * @param improbable whether it is both beyond chance and large enough to matter
 * @param before the Gini coefficient before the cycle; null when that is not known
 * @param groups the groups that are shown: of letters and folders the fullest, of targets the most linked; most links first
 */
public record Concentration(
        Links links,
        By by,
        int count,
        double gini,
        String top,
        double share,
        double expected,
        double chance,
        boolean improbable,
        @Nullable Double before,
        List<Group> groups) {

    /** Which links. */
    public enum Links {
        INFERRED("inferred links"),
        CURATED("curated relations");

        private final String label;

        Links(String label) {
            this.label = label;
        }

        /** Name for readers. */
        public String label() {
            return label;
        }

        /** Name in events and reports. */
        public String id() {
            return EnumWords.of(this);
        }

        /** The links of an id; empty for those of a later version. */
        public static Optional<Links> of(String id) {
            return Arrays.stream(values())
                    .filter(links -> links.id().equals(id))
                    .findFirst();
        }
    }

    /** Into what targets are divided. */
    public enum By {
        /** First letter of the slug; all digits are one. */
        LETTER,
        /** Repository and folder. */
        FOLDER,
        /** Each pattern by itself. */
        TARGET;

        /** Name in events and reports. */
        public String id() {
            return EnumWords.of(this);
        }

        /** The division of an id; empty for one of a later version. */
        public static Optional<By> of(String id) {
            return Arrays.stream(values()).filter(by -> by.id().equals(id)).findFirst();
        }
    }

    /**
     * Some of the targets.
     *
     * @param name letter, folder or slug
     * @param patterns how many patterns belong to it, 1 or more
     * @param links how many links point there, 0 or more
     * @param before how many did before the cycle; null when that is not known
     */
    public record Group(
            String name, int patterns, int links, @Nullable Integer before) {}

    public Concentration {
        groups = List.copyOf(groups);
    }

    /** The same, with what it was before. A group that was not shown then has no count from before. */
    Concentration comparedWith(Concentration then) {
        Map<String, Integer> befores = new HashMap<>();
        then.groups.forEach(group -> befores.put(group.name(), group.links()));
        return new Concentration(
                links,
                by,
                count,
                gini,
                top,
                share,
                expected,
                chance,
                improbable,
                then.gini,
                groups.stream()
                        .map(group ->
                                new Group(group.name(), group.patterns(), group.links(), befores.get(group.name())))
                        .toList());
    }
}
