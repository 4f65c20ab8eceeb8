package org.graphgarden.runtime.logs;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.logging.log4j.core.config.Configurator;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;

/** How a long-running service writes its log, one event a line, to standard output. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /**
     * For collectors: a JSON object a line with the keys {@code time}, {@code level}, {@code logger}, {@code thread},
     * {@code message} and, when something was thrown, {@code error} and {@code stack}. No other key ever comes.
     */
    JSON;

    private static final String FORMAT = "format";

    /** How this setting is written. */
    public static final Section SECTION = Section.of(
            "log",
            "The log of what keeps running; `tend` has a log file of its own.",
            new ConfigDef()
                    .define(
                            FORMAT,
                            Type.STRING,
                            "text",
                            ConfigDef.ValidString.in("text", "json"),
                            Importance.LOW,
                            "Lines for people, or a JSON object a line with the keys time, level, logger, thread, message and,"
                                    + " after a failure, error and stack."));

    /** Reads checked settings of {@link #SECTION}. */
    public static LogFormat of(Settings settings) {
        return EnumWords.constant(LogFormat.class, settings.getString(FORMAT));
    }

    /** Writes the log of this process so from now on. */
    public void use() {
        String name = "/log4j2-service-" + name().toLowerCase(Locale.ROOT) + ".properties";
        URL file = Objects.requireNonNull(LogFormat.class.getResource(name));
        try {
            Configurator.reconfigure(new URI(file.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no address: " + file, e);
        }
    }
}
