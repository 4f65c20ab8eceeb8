package org.graphgarden.standalone.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a broker that serves one process on one machine and then goes away.
 *
 * @param data folder of its log segments
 * @param port loopback port for clients, 1 to 65535
 * @param controllerPort loopback port of the controller, 1 to 65535
 */
record BrokerSettings(Path data, int port, int controllerPort) {
    private static final String HOST = "127.0.0.1";

    /** Records hold whole files up to 768 KiB, twice in section revisions. */
    private static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

    /** A small heap, one collector thread and one compiler: the broker has little to do and starts in half the time. */
    static final List<String> JVM_FLAGS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true");

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Map<String, String> toProperties() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listeners", "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(MAX_RECORD_BYTES));
        settings.put("replica.fetch.max.bytes", Integer.toString(MAX_RECORD_BYTES));
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Quick to notice that a former self was killed.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        // What a killed member left open holds back who reads committed records, until this look finds it timed out.
        // Not each second: in the first one of a broker's start it was seen to end a transaction, and its partitions
        // were not told.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "3000");
        oneNode(settings);
        small(settings);
        return settings;
    }

    private static void oneNode(Map<String, String> settings) {
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
    }

    private static void small(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.replica.fetchers", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        // The default of 128 MB would be half the heap.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(2 * MAX_RECORD_BYTES));
        settings.put("log.cleaner.backoff.ms", "60000");
    }
}
