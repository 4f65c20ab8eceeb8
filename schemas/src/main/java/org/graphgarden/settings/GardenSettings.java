package org.graphgarden.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.topics.RecordKeys;

/**
 * One garden.
 *
 * @param name of the garden
 * @param repositories in the order of the file, which decides which of two files with one slug wins
 * @param overrides the garden's own values by section and setting
 */
public record GardenSettings(
        String name, List<RepositorySettings> repositories, Map<String, Map<String, Object>> overrides) {

    public GardenSettings {
        RecordKeys.requireName("garden", name);
        repositories = List.copyOf(repositories);
        overrides = new TreeMap<>(overrides);
    }
}
