package org.graphgarden.standalone.tend;

import java.nio.file.Path;
import java.time.Duration;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.GardenSettings;

/**
 * What the services of a run are made of.
 *
 * @param configuration all settings, with the flags applied
 * @param garden the one garden of the run
 * @param clients for the run's broker
 * @param work folder for clones and stores; goes with the run
 * @param state folder that stays, for what is only there to be faster
 * @param timings told of progress
 * @param alarm told of failures
 * @param cleanup closes what was started
 */
record RunContext(
        Configuration configuration,
        GardenSettings garden,
        KafkaClients clients,
        Path work,
        Path state,
        Timings timings,
        Alarm alarm,
        Cleanup cleanup) {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

    /** Has something closed at the end, before whatever was added earlier. */
    <T extends AutoCloseable> T closing(String what, T thing) {
        return cleanup.add(what, thing, CLOSE_LIMIT);
    }
}
