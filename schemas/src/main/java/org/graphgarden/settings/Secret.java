package org.graphgarden.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Where a secret stands, never the secret itself: {@code ${env:NAME}} or {@code ${file:PATH}}. It is looked up when it is
 * needed, so that a changed file counts, and nothing that prints a configuration can print it.
 *
 * @param reference such as {@code ${env:FORGE_TOKEN}}
 */
public record Secret(String reference) {

    private static final Pattern FORM = Pattern.compile("\\$\\{(env|file):([^}]+)}");
    private static final String REMEDY =
            "write ${env:NAME} or ${file:PATH}; a secret never stands in the configuration";

    public Secret {
        if (!isReference(reference)) {
            throw new IllegalArgumentException("a secret is not a reference: " + REMEDY);
        }
    }

    /**
     * The secret.
     *
     * @throws ConfigurationException when the variable is not set or the file cannot be read
     */
    public String resolve() {
        return resolveAll(reference, System.getenv());
    }

    /** Whether a text is one reference and nothing else. */
    public static boolean isReference(String text) {
        return FORM.matcher(text).matches();
    }

    static boolean holdsReference(String text) {
        return FORM.matcher(text).find();
    }

    /** A text with every reference in it looked up, as {@code kafka.*} settings may hold some. */
    public static String resolveAll(String text) {
        return resolveAll(text, System.getenv());
    }

    static String resolveAll(String text, Map<String, String> environment) {
        return FORM.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).equals("env")
                                ? variable(match.group(2), environment)
                                : content(match.group(2))));
    }

    /** For settings of {@link ConfigDef.Type#PASSWORD}: takes references only; empty means none. */
    public static ConfigDef.Validator onlyReferences() {
        return ConfigDef.LambdaValidator.with(Secret::check, () -> "${env:NAME} or ${file:PATH}");
    }

    /** For settings of {@link ConfigDef.Type#LIST}: takes references only. */
    public static ConfigDef.Validator onlyListsOfReferences() {
        return ConfigDef.LambdaValidator.with(Secret::checkAll, () -> "list of ${env:NAME} or ${file:PATH}");
    }

    private static void checkAll(String name, Object value) {
        if (value instanceof List<?> list
                && !list.stream()
                        .allMatch(item -> isReference(String.valueOf(item).strip()))) {
            throw new ConfigException(name, Password.HIDDEN, REMEDY);
        }
    }

    private static void check(String name, Object value) {
        String text = value instanceof Password password ? password.value() : "";
        if (!text.isEmpty() && !isReference(text)) {
            throw new ConfigException(name, Password.HIDDEN, REMEDY);
        }
    }

    private static String variable(String name, Map<String, String> environment) {
        String value = environment.get(name);
        if (value == null) {
            throw new ConfigurationException(
                    "environment variable " + name + " is not set, but the configuration names it");
        }
        return value;
    }

    private static String content(String path) {
        try {
            return Files.readString(Path.of(path)).stripTrailing();
        } catch (IOException e) {
            throw new ConfigurationException("file " + path + " holds a secret, but cannot be read", e);
        }
    }
}
