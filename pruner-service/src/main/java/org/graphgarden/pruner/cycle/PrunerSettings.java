package org.graphgarden.pruner.cycle;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.Person;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;
import org.quartz.CronExpression;

/** The settings of the pruner, and what is made of them. */
public final class PrunerSettings {
    /** Key of the section. */
    public static final String NAME = "prune";

    public static final String OLDER_FILES = PolicySettings.OLDER_FILES;
    public static final String ONLY = PolicySettings.ONLY;
    public static final String MAX_FILES = PolicySettings.MAX_FILES;
    public static final String PUBLISH = PublishSettings.PUBLISH;
    public static final String SCHEDULE = "schedule";
    public static final String TIME_ZONE = "time-zone";

    /** The declaration, for the configuration of a program. */
    public static final Section SECTION = Section.perGarden(
            NAME,
            "What a prune cycle changes, and where it is published.",
            schedule(PublishSettings.define(PolicySettings.declare(new ConfigDef()))));

    private PrunerSettings() {}

    /** The policy that is configured. */
    public static Policy policy(Settings settings) {
        return PolicySettings.policy(settings);
    }

    /** How commits are published. */
    public static Publishing publishing(Settings settings) {
        return PublishSettings.publishing(settings);
    }

    /** Who makes the commits. Unlike all that publishing takes, it needs no key. */
    public static Person committer(Settings settings) {
        return PublishSettings.committer(settings);
    }

    private static ConfigDef schedule(ConfigDef def) {
        return def.define(
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
