package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a broker's process is started.
 *
 * @param settings of the broker
 * @param folder for its settings and logs
 * @param temporary folder for what it unpacks; a killed process deletes nothing there
 * @param clusterId of its storage
 * @param deletedByOrphan what the child deletes when its parent died, or {@code -}
 */
record BrokerCommand(BrokerSettings settings, Path folder, Path temporary, String clusterId, String deletedByOrphan) {

    Process start() throws IOException {
        Path properties = folder.resolve("server.properties");
        List<String> lines = settings.toProperties().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\"))
                .toList();
        Files.write(properties, lines);
        ProcessBuilder builder = new ProcessBuilder(command(properties))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.out").toFile());
        // Options meant for our own JVM must not blow up the child's.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private List<String> command(Path properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BrokerSettings.JVM_FLAGS);
        command.add("-Dgarden.log.file=" + folder.resolve("broker.log"));
        command.add("-Dgarden.log.level=warn");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BrokerMain.class.getName());
        command.add(properties.toString());
        command.add(clusterId);
        command.add(deletedByOrphan);
        return command;
    }
}
