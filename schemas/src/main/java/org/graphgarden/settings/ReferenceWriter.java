package org.graphgarden.settings;

import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;

/** Writes the reference of the configuration, in Markdown, from the declarations. */
public final class ReferenceWriter {

    private static final String HEAD = """
            # Configuration

            One YAML file, `garden.yaml`. Nested keys and keys with dots mean the same. Unknown keys are refused.
            Durations are written as `500ms`, `10s`, `3m`, `2h`, `30d` or `1w`.
            Secrets never stand in the file: write `${env:NAME}` or `${file:PATH}`. What stands under `kafka` goes to the
            Kafka clients as it is. This page is generated from the declarations.
            """;

    private ReferenceWriter() {}

    /** The whole page; the same declarations give the same bytes. */
    public static String write(Declarations declarations) {
        StringBuilder page = new StringBuilder(HEAD);
        declarations.sections().forEach(section -> append(page, title(section), section));
        append(
                page,
                "`gardens.<garden>.repositories.<repository>`",
                Section.of(
                        "",
                        "The repositories of each garden. Names match `[a-z0-9][a-z0-9._-]*`. Of two files with one slug that"
                                + " of the earlier repository wins.",
                        RepositorySettings.DECLARATION));
        return page.toString();
    }

    private static String title(Section section) {
        return section.name().isEmpty() ? "Top" : "`" + section.name() + "`";
    }

    private static void append(StringBuilder page, String title, Section section) {
        page.append("\n## ").append(title).append("\n\n").append(section.meaning());
        if (section.perGarden()) {
            page.append(" A garden may override them under `gardens.<garden>.")
                    .append(section.name())
                    .append("`.");
        }
        page.append("\n\n| key | type | default | range | meaning |\n|---|---|---|---|---|\n");
        section.settings().configKeys().values().forEach(key -> append(page, section, key));
    }

    private static void append(StringBuilder page, Section section, ConfigDef.ConfigKey key) {
        page.append("| `")
                .append(section.path(key.name))
                .append("` | ")
                .append(type(key))
                .append(" | ");
        page.append(defaultOf(key)).append(" | ");
        page.append(key.validator == null ? "" : cell(key.validator.toString())).append(" | ");
        page.append(cell(key.documentation)).append(" |\n");
    }

    private static String type(ConfigDef.ConfigKey key) {
        return key.type == ConfigDef.Type.PASSWORD ? "secret" : key.type.name().toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        String text = key.type == ConfigDef.Type.PASSWORD || key.defaultValue == null
                ? ""
                : ConfigDef.convertToString(key.defaultValue, key.type);
        return text.isEmpty() ? "none" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
