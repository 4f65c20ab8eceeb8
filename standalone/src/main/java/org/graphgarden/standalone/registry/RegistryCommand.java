package org.graphgarden.standalone.registry;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line of the child process. Nothing in it is secret: others can see it. */
final class RegistryCommand {
    static final String HOST = "127.0.0.1";

    private static final List<String> JVM_FLAGS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private RegistryCommand() {}

    static List<String> of(RegistryInstallation installation, String bootstrapServers, int port, Path temporary) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        settings(bootstrapServers, port, temporary).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-cp");
        // Its libraries are found through its manifest; of ours it gets two classes that use none.
        command.add(installation.program() + File.pathSeparator + ownCode());
        command.add(RegistryMain.class.getName());
        return command;
    }

    private static Map<String, String> settings(String bootstrapServers, int port, Path temporary) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("java.io.tmpdir", temporary.toString());
        settings.put("quarkus.http.host", HOST);
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.http.access-log.enabled", "false");
        settings.put("quarkus.http.cors", "false");
        settings.put("apicurio.storage.kind", "kafkasql");
        settings.put("apicurio.kafkasql.bootstrap.servers", bootstrapServers);
        settings.put("apicurio.kafkasql.topic", RegistryTopics.JOURNAL);
        settings.put("apicurio.kafkasql.snapshots.topic", RegistryTopics.SNAPSHOTS);
        settings.put("apicurio.events.kafka.topic", RegistryTopics.EVENTS);
        settings.put("apicurio.kafkasql.topic.auto-create", "false");
        // How long it waits for snapshots at its start, of which there are none.
        settings.put("apicurio.kafkasql.consumer.poll.timeout", "1000");
        settings.put("apicurio.kafkasql.snapshot.every.seconds", "off");
        settings.put("apicurio.storage.snapshot.location", temporary.toString());
        settings.put("apicurio.import.work-dir", temporary.toString());
        // Its tables are in its own memory; a hundred connections to them help nobody.
        settings.put("apicurio.datasource.jdbc.initial-size", "1");
        settings.put("apicurio.datasource.jdbc.min-size", "1");
        settings.put("apicurio.datasource.jdbc.max-size", "8");
        return settings;
    }

    private static Path ownCode() {
        try {
            return Path.of(RegistryMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of this program's classes is no address", e);
        }
    }
}
