package org.graphgarden.standalone.health;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.graphgarden.pruner.health.HealthMarkdown;
import org.graphgarden.pruner.health.HealthPage;

/** In what form a garden's health is told. */
public enum HealthForm {
    JSON(".json", "application/json"),
    MARKDOWN(".md", "text/markdown; charset=utf-8"),
    PAGE(".html", "text/html; charset=utf-8");

    private final String ending;
    private final String contentType;

    HealthForm(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    /** How names of files of this form end. */
    public String ending() {
        return ending;
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }

    /** The form that the ending of a file's name asks for. */
    public static Optional<HealthForm> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> name.endsWith(form.ending))
                .findFirst();
    }

    /** The text. */
    public String write(Standing standing) {
        return switch (this) {
            case JSON -> HealthJson.of(standing) + "\n";
            case MARKDOWN -> HealthMarkdown.of(standing.garden(), standing.health());
            case PAGE -> HealthPage.of(standing.garden(), standing.health());
        };
    }
}
