package org.graphgarden.pruner.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.pruner.plan.Ageing;
import org.graphgarden.pruner.plan.Decisions;
import org.graphgarden.pruner.plan.FileFilter;
import org.graphgarden.pruner.plan.Limits;
import org.graphgarden.pruner.plan.MaxFiles;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.Scope;
import org.graphgarden.pruner.plan.Thresholds;
import org.graphgarden.settings.Durations;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.Settings;

/** The settings of the pruner that say what a cycle may change. */
final class PolicySettings {
    static final String OLDER_FILES = "older-files";
    static final String ONLY = "only";
    static final String MAX_FILES = "max-files";

    private static final String PLANT_THRESHOLD = "plant-threshold";
    private static final String DROP_THRESHOLD = "drop-threshold";
    private static final String LINKS_PER_PATTERN = "links-per-pattern";
    private static final String INCOMING_SHARE = "incoming-share";
    private static final String ENTITIES_PER_PATTERN = "entities-per-pattern";
    private static final String COMMUNITIES_PER_PATTERN = "communities-per-pattern";
    private static final String HALF_LIFE = "half-life";
    private static final String REFRESH_AGE = "refresh-age";
    private static final String DECISIONS = "decisions";
    private static final String EXCEPT = "except";
    private static final String GLOBS = "paths, or without a slash file names or slugs.";

    private PolicySettings() {}

    static Policy policy(Settings settings) {
        try {
            return new Policy(
                    new Thresholds(settings.getDouble(PLANT_THRESHOLD), settings.getDouble(DROP_THRESHOLD)),
                    new Limits(
                            settings.getInt(LINKS_PER_PATTERN),
                            settings.getDouble(INCOMING_SHARE),
                            settings.getInt(ENTITIES_PER_PATTERN),
                            settings.getInt(COMMUNITIES_PER_PATTERN)),
                    new Ageing(days(settings, HALF_LIFE), days(settings, REFRESH_AGE)),
                    scope(settings),
                    named(MAX_FILES, settings.getString(MAX_FILES), MaxFiles::parse));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(PrunerSettings.NAME + ": " + e.getMessage());
        }
    }

    private static Scope scope(Settings settings) {
        List<String> only = globs(settings.getList(ONLY));
        return new Scope(
                EnumWords.constant(Decisions.class, settings.getString(DECISIONS)),
                settings.getString(OLDER_FILES).equals("on"),
                only.isEmpty() ? FileFilter.ALL : named(ONLY, only, FileFilter::anyOf),
                named(EXCEPT, globs(settings.getList(EXCEPT)), FileFilter::anyOf));
    }

    private static int days(Settings settings, String key) {
        return Math.toIntExact(settings.getDuration(key).toDays());
    }

    private static <T, R> R named(String key, T value, Function<T, R> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(PrunerSettings.NAME + "." + key, value, e.getMessage());
        }
    }

    /** Puts together again what was one glob before its text was taken for a list: commas stand between braces, too. */
    private static List<String> globs(List<String> items) {
        List<String> globs = new ArrayList<>();
        String open = "";
        for (String item : items) {
            String glob = open.isEmpty() ? item : open + "," + item;
            boolean whole = glob.chars().filter(c -> c == '{').count()
                    <= glob.chars().filter(c -> c == '}').count();
            open = whole ? "" : glob;
            if (whole && !glob.isBlank()) {
                globs.add(glob);
            }
        }
        if (!open.isEmpty()) {
            globs.add(open);
        }
        return globs;
    }

    static ConfigDef declare(ConfigDef def) {
        return scope(ageing(limits(thresholds(def))));
    }

    private static ConfigDef thresholds(ConfigDef def) {
        return def.define(
                        PLANT_THRESHOLD,
                        Type.DOUBLE,
                        Thresholds.DEFAULT.plant(),
                        Range.between(0.01, 1),
                        Importance.HIGH,
                        "Confidence from which a candidate link is planted.")
                .define(
                        DROP_THRESHOLD,
                        Type.DOUBLE,
                        Thresholds.DEFAULT.drop(),
                        Range.between(0, 1),
                        Importance.HIGH,
                        "Confidence below which a link that stands is no longer affirmed: it is dropped, or fades if a garden"
                                + " commit left it there. At most the plant threshold; the room between the two keeps links"
                                + " from coming and going.");
    }

    private static ConfigDef limits(ConfigDef def) {
        return def.define(
                        LINKS_PER_PATTERN,
                        Type.INT,
                        Limits.DEFAULT.linksPerPattern(),
                        Range.between(0, 50),
                        Importance.HIGH,
                        "Inferred links that a section holds at most; the weakest above it are dropped.")
                .define(
                        INCOMING_SHARE,
                        Type.DOUBLE,
                        Limits.DEFAULT.incomingShare(),
                        Range.between(0.0001, 1),
                        Importance.MEDIUM,
                        "Share of the garden's patterns whose inferred links may point at one and the same pattern, but no"
                                + " fewer than twice the links per pattern; the weakest above it are dropped. Keeps a"
                                + " library from pointing at a few.")
                .define(
                        ENTITIES_PER_PATTERN,
                        Type.INT,
                        Limits.DEFAULT.entitiesPerPattern(),
                        Range.between(0, 50),
                        Importance.MEDIUM,
                        "Up to how many entities a list is filled. A longer list keeps what it has.")
                .define(
                        COMMUNITIES_PER_PATTERN,
                        Type.INT,
                        Limits.DEFAULT.communitiesPerPattern(),
                        Range.between(0, 50),
                        Importance.MEDIUM,
                        "Up to how many communities a list is filled, and 0 for none to be worked out. A longer list keeps what it"
                                + " has.");
    }

    private static ConfigDef ageing(ConfigDef def) {
        return def.define(
                        HALF_LIFE,
                        Type.STRING,
                        Ageing.DEFAULT.halfLifeDays() + "d",
                        Durations.between("1d", "3650d"),
                        Importance.MEDIUM,
                        "Time after which half is left of the confidence of a link that a garden commit left in its file and"
                                + " that is no longer affirmed. Below the drop threshold it is dropped, so a longer time"
                                + " keeps it longer.")
                .define(
                        REFRESH_AGE,
                        Type.STRING,
                        Ageing.DEFAULT.refreshAgeDays() + "d",
                        Durations.between("1d", "3650d"),
                        Importance.LOW,
                        "Age from which last_pruned of an unrevised section is set anew: along with revisions, or when no"
                                + " section of the repository is younger.");
    }

    private static ConfigDef scope(ConfigDef def) {
        return def.define(
                        DECISIONS,
                        Type.STRING,
                        "all",
                        ValidString.in("all", "plant", "drop"),
                        Importance.HIGH,
                        "Which decisions are allowed. With plant entries are only added, and nothing that stands is touched;"
                                + " with drop what stands is dropped, weakened or mended, and nothing is added.")
                .define(
                        OLDER_FILES,
                        Type.STRING,
                        "on",
                        ValidString.in("on", "off"),
                        Importance.MEDIUM,
                        "Whether a file without a section gets one.")
                .define(
                        ONLY,
                        Type.LIST,
                        "",
                        Importance.MEDIUM,
                        "Globs of the files to revise, one or a list: of " + GLOBS + " None for all.")
                .define(
                        EXCEPT,
                        Type.LIST,
                        "",
                        Importance.MEDIUM,
                        "Globs of files to leave alone, whatever stands under only: of " + GLOBS
                                + " Other patterns may still link to them.")
                .define(
                        MAX_FILES,
                        Type.STRING,
                        MaxFiles.ALL.toString(),
                        Importance.MEDIUM,
                        "Files that a cycle revises at most, the most valuable first, as a number or a percentage of the"
                                + " garden's patterns; the rest follows in the next cycles.");
    }
}
