package org.graphgarden.standalone.up;

import java.time.Clock;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.Configuration;

/**
 * What services that keep running are made of.
 *
 * @param configuration all settings, with the addresses of broker and registry
 * @param clients of the cluster
 * @param state the folder that stays
 * @param meters of this process
 */
record ServiceContext(
        Configuration configuration, KafkaClients clients, StateFolder state, Meters meters, Clock clock) {}
