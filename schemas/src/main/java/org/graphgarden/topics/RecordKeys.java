package org.graphgarden.topics;

import java.util.Locale;
import java.util.regex.Pattern;
import org.graphgarden.events.EntryKind;

/**
 * Builds and reads record keys. A key begins with the garden and a slash; the parts behind it are separated by slashes.
 * Inside a part {@code %} and {@code /} are written {@code %25} and {@code %2F}, and a leading {@code #} is written
 * {@code %23}, because {@code #} marks a repository; so ordinary slugs stand as they are, and every key reads back.
 */
public final class RecordKeys {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private RecordKeys() {}

    /**
     * What a key of {@code garden.section-feedback} says.
     *
     * @param id of the entity or community, or target of the link; empty for the whole section
     */
    public record Entry(String garden, String slug, EntryKind kind, String id) {}

    /** {@code garden/slug}. */
    public static String ofPattern(String garden, String slug) {
        return requireName("garden", garden) + '/' + escape(requireText("slug", slug));
    }

    /** {@code garden/#repository}. */
    public static String ofRepository(String garden, String repository) {
        return requireName("garden", garden) + "/#" + requireName("repository", repository);
    }

    /** {@code garden/cycle}. */
    public static String ofCycle(String garden, String cycle) {
        return requireName("garden", garden) + '/' + escape(requireText("cycle", cycle));
    }

    /** {@code garden/question}, where the question is the hash of what a language model was asked. */
    public static String ofQuestion(String garden, String question) {
        return requireName("garden", garden) + '/' + escape(requireText("question", question));
    }

    /** {@code garden/slug/kind/id}, with the kind in lower case. */
    public static String ofEntry(String garden, String slug, EntryKind kind, String id) {
        if (!id.isEmpty()) {
            requireText("id", id);
        }
        return ofPattern(garden, slug) + '/' + kind.name().toLowerCase(Locale.ROOT) + '/' + escape(id);
    }

    /** The garden of any key: what stands before the first slash. */
    public static String garden(String key) {
        return Partitioning.GARDEN.hashed(key);
    }

    /** The slug of a key made by {@link #ofPattern} or {@link #ofEntry}. */
    public static String slug(String key) {
        return unescape(parts(key, 2)[1]);
    }

    /** The repository of a key made by {@link #ofRepository}. */
    public static String repository(String key) {
        String part = parts(key, 2)[1];
        if (!part.startsWith("#")) {
            throw new IllegalArgumentException("key '" + key + "' names no repository");
        }
        return part.substring(1);
    }

    /** Whether a key was made by {@link #ofRepository}. */
    public static boolean namesRepository(String key) {
        return key.startsWith("#", key.indexOf('/') + 1);
    }

    /** Whether a key may have been made by {@link #ofPattern}. */
    public static boolean namesPattern(String key) {
        int slash = key.indexOf('/');
        return slash > 0
                && !namesRepository(key)
                && key.indexOf('/', slash + 1) < 0
                && isKeyable(key.substring(slash + 1));
    }

    /** Everything that a key made by {@link #ofEntry} says. */
    public static Entry entry(String key) {
        String[] parts = parts(key, 4);
        EntryKind kind = EntryKind.valueOf(parts[2].toUpperCase(Locale.ROOT));
        return new Entry(parts[0], unescape(parts[1]), kind, unescape(parts[3]));
    }

    /**
     * Checks the name of a garden or repository: lower-case letters, digits, dots, underscores and hyphens, and a letter
     * or digit first.
     *
     * @param field what the name names, for the message
     * @return the name
     * @throws IllegalArgumentException when it is not such a name
     */
    public static String requireName(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    field + " is '" + name + "', but has to match " + NAME.pattern() + ": rename it");
        }
        return name;
    }

    /** Whether it can be the name of a garden or repository. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a slug can be part of a key: not empty, no control characters. */
    public static boolean isKeyable(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }

    private static String requireText(String field, String text) {
        if (!isKeyable(text)) {
            throw new IllegalArgumentException(field + " is empty or holds a control character");
        }
        return text;
    }

    private static String[] parts(String key, int least) {
        String[] parts = key.split("/", -1);
        if (parts.length < least) {
            throw new IllegalArgumentException("key '" + key + "' has fewer than " + least + " parts");
        }
        return parts;
    }

    private static String escape(String part) {
        String escaped = part.replace("%", "%25").replace("/", "%2F");
        return escaped.startsWith("#") ? "%23" + escaped.substring(1) : escaped;
    }

    private static String unescape(String part) {
        return part.replace("%23", "#").replace("%2F", "/").replace("%25", "%");
    }
}
