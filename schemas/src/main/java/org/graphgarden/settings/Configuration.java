package org.graphgarden.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The whole configuration, checked: every key is known and every value in range. Values stand as they are written (text
 * or lists of text); {@link #settings} gives them their types and defaults. Holds no secret, only references.
 */
public final class Configuration {

    private final Declarations declarations;
    private final Map<String, Map<String, Object>> sections;
    private final Map<String, String> kafka;
    private final List<GardenSettings> gardens;

    Configuration(
            Declarations declarations,
            Map<String, Map<String, Object>> sections,
            Map<String, String> kafka,
            List<GardenSettings> gardens) {
        this.declarations = declarations;
        this.sections = Map.copyOf(sections);
        this.kafka = Map.copyOf(kafka);
        this.gardens = List.copyOf(gardens);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException when it cannot be read, or with every problem in it
     */
    public static Configuration load(Path file, Declarations declarations) {
        String name = String.valueOf(file.getFileName());
        try (Reader yaml = Files.newBufferedReader(file)) {
            return new ConfigurationReader(name, declarations).read(YamlTree.read(name, yaml));
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("configuration file " + file + " does not exist", e);
        } catch (IOException e) {
            throw new ConfigurationException("configuration file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The same from nested maps, lists and values; dots in keys mean the same as nesting.
     *
     * @throws ConfigurationException with every problem in it
     */
    public static Configuration of(Map<String, ?> values, Declarations declarations) {
        return new ConfigurationReader("configuration", declarations).read(Tree.of(values));
    }

    /** What is written in a section, by setting, without defaults; keys at the top are in the section with no name. */
    public Map<String, Object> section(String name) {
        declared(name);
        return sections.getOrDefault(name, Map.of());
    }

    /** The same, with what the garden overrides. */
    public Map<String, Object> section(String name, String garden) {
        Map<String, Object> merged = new TreeMap<>(section(name));
        garden(garden).map(GardenSettings::overrides).map(all -> all.get(name)).ifPresent(merged::putAll);
        return merged;
    }

    /** The values of a section, with types and defaults. */
    public Settings settings(String name) {
        return new Settings(declared(name).settings(), section(name));
    }

    /** The same, with what the garden overrides. */
    public Settings settings(String name, String garden) {
        return new Settings(declared(name).settings(), section(name, garden));
    }

    /** What stands under {@code kafka}, for clients as it is; secrets are looked up now, so do not print it. */
    public Map<String, String> kafka() {
        Map<String, String> resolved = new TreeMap<>();
        kafka.forEach((key, value) -> resolved.put(key, Secret.resolveAll(value)));
        return resolved;
    }

    /** All gardens, in the order of the file. */
    public List<GardenSettings> gardens() {
        return gardens;
    }

    public Optional<GardenSettings> garden(String name) {
        return gardens.stream().filter(garden -> garden.name().equals(name)).findFirst();
    }

    /**
     * The same configuration with some values replaced, as flags of a command line do.
     *
     * @param values by the name of the setting from the top, such as {@code prune.plant-threshold}
     * @throws ConfigurationException with every problem in them
     */
    public Configuration with(Map<String, ?> values) {
        Configuration other = new ConfigurationReader("command line", declarations).read(Tree.of(values));
        Map<String, Map<String, Object>> merged = new LinkedHashMap<>(sections);
        other.sections.forEach((name, section) -> merged.merge(name, section, Configuration::override));
        Map<String, String> mergedKafka = new TreeMap<>(kafka);
        mergedKafka.putAll(other.kafka);
        return new Configuration(declarations, merged, mergedKafka, other.gardens.isEmpty() ? gardens : other.gardens);
    }

    private static Map<String, Object> override(Map<String, Object> defaults, Map<String, Object> values) {
        Map<String, Object> merged = new TreeMap<>(defaults);
        merged.putAll(values);
        return merged;
    }

    private Section declared(String name) {
        return declarations
                .section(name)
                .orElseThrow(() -> new IllegalArgumentException("section '" + name + "' is not declared"));
    }
}
