package org.graphgarden.settings;

import org.apache.kafka.common.config.ConfigDef;

/**
 * A named part of the configuration and the settings in it.
 *
 * @param name key of the section, such as {@code prune}; empty for keys at the top
 * @param meaning one or two sentences for the reference
 * @param settings each with type, default, range and documentation; declared once, by the module that uses them
 * @param perGarden whether a garden may override them
 */
public record Section(String name, String meaning, ConfigDef settings, boolean perGarden) {

    /** A section that is the same for all gardens. */
    public static Section of(String name, String meaning, ConfigDef settings) {
        return new Section(name, meaning, settings, false);
    }

    /** A section whose settings are defaults that gardens may override. */
    public static Section perGarden(String name, String meaning, ConfigDef settings) {
        return new Section(name, meaning, settings, true);
    }

    /** The name of a setting as it is written from the top of the file. */
    public String path(String setting) {
        return name.isEmpty() ? setting : name + "." + setting;
    }
}
