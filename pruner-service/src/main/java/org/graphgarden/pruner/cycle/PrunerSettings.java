package org.graphgarden.pruner.cycle;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.git.BareClone;
import org.graphgarden.pruner.plan.FileFilter;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.settings.Durations;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;
import org.quartz.CronExpression;

/** The settings of the pruner, and what is made of them. */
public final class PrunerSettings {
    /** Key of the section. */
    public static final String NAME = "prune";

    public static final String PLANT_THRESHOLD = "plant-threshold";
    public static final String DROP_THRESHOLD = "drop-threshold";
    public static final String LINKS_PER_PATTERN = "links-per-pattern";
    public static final String ENTITIES_PER_PATTERN = "entities-per-pattern";
    public static final String COMMUNITIES_PER_PATTERN = "communities-per-pattern";
    public static final String REFRESH_AGE = "refresh-age";
    public static final String OLDER_FILES = "older-files";
    public static final String ONLY = "only";
    public static final String MAX_FILES = "max-files";
    public static final String PUBLISH = "publish";
    public static final String BRANCH = "branch";
    public static final String AUTHOR_NAME = "author-name";
    public static final String AUTHOR_EMAIL = "author-email";
    public static final String ATTEMPTS = "push-attempts";
    public static final String SCHEDULE = "schedule";
    public static final String TIME_ZONE = "time-zone";

    /** The declaration, for the configuration of a program. */
    public static final Section SECTION = Section.perGarden(
            NAME,
            "What a prune cycle changes, and where it is published.",
            publishing(limits(thresholds(new ConfigDef()))));

    private PrunerSettings() {}

    /** The policy that is configured. */
    public static Policy policy(Settings settings) {
        try {
            return new Policy(
                    settings.getDouble(PLANT_THRESHOLD),
                    settings.getDouble(DROP_THRESHOLD),
                    settings.getInt(LINKS_PER_PATTERN),
                    settings.getInt(ENTITIES_PER_PATTERN),
                    settings.getInt(COMMUNITIES_PER_PATTERN),
                    Math.toIntExact(settings.getDuration(REFRESH_AGE).toDays()),
                    settings.getString(OLDER_FILES).equals("on"),
                    FileFilter.of(settings.getString(ONLY)),
                    settings.getInt(MAX_FILES));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(NAME + ": " + e.getMessage());
        }
    }

    /** How commits are published. */
    public static Publishing publishing(Settings settings) {
        // Elsewhere what stewards edit before a merge would be heard by nobody.
        if (!settings.getString(BRANCH).startsWith(BareClone.GARDEN_BRANCHES)) {
            throw new ConfigException(
                    NAME + "." + BRANCH,
                    settings.getString(BRANCH),
                    "must begin with " + BareClone.GARDEN_BRANCHES
                            + ": only there are stewards' edits read before a merge");
        }
        try {
            return new Publishing(
                    PublishMode.valueOf(settings.getString(PUBLISH).toUpperCase(Locale.ROOT)),
                    settings.getString(BRANCH),
                    settings.getString(AUTHOR_NAME),
                    settings.getString(AUTHOR_EMAIL),
                    settings.getInt(ATTEMPTS),
                    Publishing.DEFAULT.firstPause());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(NAME + ": " + e.getMessage());
        }
    }

    private static ConfigDef thresholds(ConfigDef def) {
        return def.define(
                        PLANT_THRESHOLD,
                        Type.DOUBLE,
                        Policy.DEFAULT.plantThreshold(),
                        Range.between(0.01, 1),
                        Importance.HIGH,
                        "Confidence from which a candidate link is planted.")
                .define(
                        DROP_THRESHOLD,
                        Type.DOUBLE,
                        Policy.DEFAULT.dropThreshold(),
                        Range.between(0, 1),
                        Importance.HIGH,
                        "Confidence below which a link that stands is dropped. At most the plant threshold; the room between"
                                + " the two keeps links from coming and going.");
    }

    private static ConfigDef limits(ConfigDef def) {
        return def.define(
                        LINKS_PER_PATTERN,
                        Type.INT,
                        Policy.DEFAULT.linksPerPattern(),
                        Range.between(0, 50),
                        Importance.HIGH,
                        "Inferred links that a section holds at most.")
                .define(
                        ENTITIES_PER_PATTERN,
                        Type.INT,
                        Policy.DEFAULT.entitiesPerPattern(),
                        Range.between(0, 50),
                        Importance.MEDIUM,
                        "Up to how many entities a list is filled. A longer list keeps what it has.")
                .define(
                        COMMUNITIES_PER_PATTERN,
                        Type.INT,
                        Policy.DEFAULT.communitiesPerPattern(),
                        Range.between(0, 50),
                        Importance.MEDIUM,
                        "Up to how many communities a list is filled, and 0 for none to be worked out. A longer list keeps what it"
                                + " has.")
                .define(
                        REFRESH_AGE,
                        Type.STRING,
                        Policy.DEFAULT.refreshAgeDays() + "d",
                        Durations.between("1d", "3650d"),
                        Importance.LOW,
                        "Age from which last_pruned of an unrevised section is set anew: along with revisions, or when no"
                                + " section of the repository is younger.")
                .define(
                        OLDER_FILES,
                        Type.STRING,
                        "on",
                        ValidString.in("on", "off"),
                        Importance.MEDIUM,
                        "Whether a file without a section gets one.")
                .define(
                        ONLY,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Glob of the files to revise: of paths, or without a slash of file names or slugs; empty for all.")
                .define(
                        MAX_FILES,
                        Type.INT,
                        Policy.DEFAULT.maxFiles(),
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Files that a cycle revises at most, the most valuable first; the rest waits for the next cycle.");
    }

    private static ConfigDef publishing(ConfigDef def) {
        return def.define(
                        PUBLISH,
                        Type.STRING,
                        "branch",
                        ValidString.in("branch", "direct", "none"),
                        Importance.HIGH,
                        "Where the commit goes: to a branch of its own, to the tended branch itself, or nowhere.")
                .define(
                        BRANCH,
                        Type.STRING,
                        Publishing.DEFAULT.branchPattern(),
                        Importance.MEDIUM,
                        "Name of the garden branch; {date} stands for the date of the cycle. It begins with graph-garden/,"
                                + " where stewards' edits are read before a merge.")
                .define(
                        AUTHOR_NAME,
                        Type.STRING,
                        Publishing.DEFAULT.authorName(),
                        new ConfigDef.NonEmptyString(),
                        Importance.LOW,
                        "Author and committer of the commits.")
                .define(
                        AUTHOR_EMAIL,
                        Type.STRING,
                        Publishing.DEFAULT.authorEmail(),
                        Importance.LOW,
                        "Their e-mail address; may be empty.")
                .define(
                        ATTEMPTS,
                        Type.INT,
                        Publishing.DEFAULT.attempts(),
                        Range.between(1, 20),
                        Importance.LOW,
                        "How often a push is tried, each time on the newest head.")
                .define(
                        SCHEDULE,
                        Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                PrunerSettings::checkCron, () -> "empty or a Quartz cron expression"),
                        Importance.HIGH,
                        "When cycles run while `garden up` runs, as a Quartz cron expression such as '0 0 5 ? * MON'; empty for"
                                + " only when asked. A time that was missed is made up for once.")
                .define(
                        TIME_ZONE,
                        Type.STRING,
                        "UTC",
                        ConfigDef.LambdaValidator.with(
                                PrunerSettings::checkZone, () -> "a time zone's name, such as Europe/Berlin"),
                        Importance.LOW,
                        "Whose clocks the schedule speaks of, and which day a scheduled cycle's date is.");
    }

    /** When cycles are due; empty for only when asked. */
    public static Optional<Schedule> schedule(Settings settings) {
        return Optional.of(settings.getString(SCHEDULE))
                .filter(cron -> !cron.isEmpty())
                .map(cron -> new Schedule(cron, ZoneId.of(settings.getString(TIME_ZONE))));
    }

    private static void checkZone(String name, Object value) {
        try {
            ZoneId.of(String.valueOf(value));
        } catch (DateTimeException e) {
            throw new ConfigException(name, value, "is no time zone");
        }
    }

    private static void checkCron(String name, Object value) {
        String cron = String.valueOf(value);
        if (!cron.isEmpty() && !CronExpression.isValidExpression(cron)) {
            throw new ConfigException(name, value, "is no cron expression of Quartz: seconds come first");
        }
    }
}
