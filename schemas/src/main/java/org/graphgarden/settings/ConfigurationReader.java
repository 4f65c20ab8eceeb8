package org.graphgarden.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.settings.Tree.Branch;
import org.graphgarden.settings.Tree.Leaf;

/** Says what a tree means, or everything that is wrong with it. For one use. */
final class ConfigurationReader {

    private static final String GARDENS = "gardens";
    private static final String REPOSITORIES = "repositories";
    private static final String KAFKA = "kafka.";

    private final String source;
    private final Declarations declarations;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> kafka = new TreeMap<>();

    ConfigurationReader(String source, Declarations declarations) {
        this.source = source;
        this.declarations = declarations;
    }

    Configuration read(Branch root) {
        Map<String, Tree> top = new LinkedHashMap<>(root.children());
        List<GardenSettings> gardens = gardens(Optional.ofNullable(top.remove(GARDENS)));
        Map<String, Map<String, Object>> sections = new TreeMap<>();
        new Branch(top, root.line()).flatten("", (path, leaf) -> {
            if (path.startsWith(KAFKA)) {
                readKafka(path, leaf);
            } else {
                put(path, path, leaf, declarations.sections(), sections);
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
        return new Configuration(declarations, sections, kafka, gardens);
    }

    private List<GardenSettings> gardens(Optional<Tree> tree) {
        List<GardenSettings> gardens = new ArrayList<>();
        tree.ifPresent(
                all -> children(GARDENS, all, (name, garden) -> checkWhole(garden, () -> readGarden(name, garden))
                        .ifPresent(gardens::add)));
        return gardens;
    }

    private Supplier<GardenSettings> readGarden(String name, Tree tree) {
        String path = GARDENS + "." + name;
        List<Section> overridable =
                declarations.sections().stream().filter(Section::perGarden).toList();
        List<RepositorySettings> repositories = new ArrayList<>();
        Map<String, Map<String, Object>> overrides = new TreeMap<>();
        children(path, tree, (key, child) -> {
            if (key.equals(REPOSITORIES)) {
                children(path + "." + key, child, (repository, values) -> checkWhole(
                                values, () -> readRepository(path, repository, values))
                        .ifPresent(repositories::add));
            } else {
                putAll(path, key, child, overridable, overrides);
            }
        });
        return () -> {
            if (repositories.isEmpty()) {
                throw new IllegalArgumentException(
                        path + " has no repositories: add one under " + path + ".repositories");
            }
            return new GardenSettings(name, repositories, overrides);
        };
    }

    private Supplier<RepositorySettings> readRepository(String gardenPath, String name, Tree tree) {
        String path = gardenPath + "." + REPOSITORIES + "." + name;
        List<Section> repository = List.of(Section.of("", "", RepositorySettings.DECLARATION));
        Map<String, Map<String, Object>> values = new TreeMap<>();
        children(path, tree, (key, child) -> putAll(path, key, child, repository, values));
        return () -> {
            Map<String, Object> settings = values.getOrDefault("", Map.of());
            if (!settings.containsKey("url")) {
                throw new IllegalArgumentException(path + ".url is missing: set it to the address of the repository");
            }
            return RepositorySettings.of(name, settings);
        };
    }

    /** What the parts make together, unless one of them has a problem: then that one is enough to report. */
    private <T> Optional<T> checkWhole(Tree where, Supplier<Supplier<T>> reader) {
        int before = problems.size();
        Supplier<T> whole = reader.get();
        List<T> made = new ArrayList<>();
        if (problems.size() == before) {
            check(where, () -> made.add(whole.get()));
        }
        return made.stream().findFirst();
    }

    private void putAll(
            String path, String key, Tree tree, List<Section> allowed, Map<String, Map<String, Object>> sections) {
        new Branch(Map.of(key, tree), tree.line())
                .flatten("", (setting, leaf) -> put(path + "." + setting, setting, leaf, allowed, sections));
    }

    /** Puts a value under its section and setting, when it is known and good. */
    private void put(
            String path, String setting, Leaf leaf, List<Section> allowed, Map<String, Map<String, Object>> sections) {
        for (Section section : allowed) {
            String key = section.name().isEmpty() ? setting : withoutPrefix(setting, section.name() + ".");
            ConfigDef.ConfigKey declared = section.settings().configKeys().get(key);
            if (declared != null) {
                check(leaf, () -> checkValue(path, declared, leaf.value()));
                sections.computeIfAbsent(section.name(), any -> new TreeMap<>()).put(key, leaf.value());
                return;
            }
        }
        String prefix = path.substring(0, path.length() - setting.length());
        problem(leaf, "unknown key '" + path + "'" + suggestion(setting, allowed, prefix));
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : "";
    }

    private static String suggestion(String unknown, List<Section> allowed, String prefix) {
        Set<String> known = new TreeSet<>();
        allowed.forEach(section -> section.settings().names().forEach(name -> known.add(section.path(name))));
        return NearestName.of(unknown, known)
                .map(name -> "; did you mean '" + prefix + name + "'?")
                .orElse("; docs/configuration.md lists all keys");
    }

    private static void checkValue(String path, ConfigDef.ConfigKey declared, Object value) {
        Object parsed = ConfigDef.parseType(path, value, declared.type);
        if (declared.validator != null) {
            declared.validator.ensureValid(path, parsed);
        }
    }

    private void readKafka(String path, Leaf leaf) {
        String key = path.substring(KAFKA.length());
        String value = leaf.value() instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : leaf.value().toString();
        check(leaf, () -> KafkaSecrets.check(path, key, value));
        kafka.put(key, value);
    }

    private void children(String path, Tree tree, BiConsumer<String, Tree> visitor) {
        if (tree instanceof Branch branch) {
            branch.children().forEach(visitor);
        } else {
            problem(tree, "'" + path + "' has to hold keys and values");
        }
    }

    private void check(Tree where, Runnable step) {
        try {
            step.run();
        } catch (ConfigException | IllegalArgumentException e) {
            problem(where, String.valueOf(e.getMessage()));
        }
    }

    private void problem(Tree where, String message) {
        problems.add(source + (where.line() > 0 ? ":" + where.line() : "") + ": " + message);
    }
}
