package org.graphgarden.pruner.publish;

import java.time.LocalDate;

/**
 * What tells a cycle from all others.
 *
 * @param garden name of the garden
 * @param cycle cycle id, unique in its garden, without line breaks
 * @param date date of the cycle
 * @param model name and version of the models that were used; may be empty
 */
public record CycleMark(String garden, String cycle, LocalDate date, String model) {

    public CycleMark {
        if (garden.isBlank() || cycle.isBlank() || (garden + cycle).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "garden and cycle must be plain text: '" + garden + "', '" + cycle + "'");
        }
    }

    /** Value of the {@code Garden-Cycle} trailer. */
    public String trailer() {
        return garden + "/" + cycle;
    }
}
