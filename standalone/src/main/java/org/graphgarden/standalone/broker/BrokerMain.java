package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.standalone.child.ChildLife;

/**
 * What runs in the child process: formats the storage, then is a Kafka broker until it is told to stop or its parent dies.
 *
 * <p>Arguments: the broker's properties file, the cluster id, and the folder to delete when the parent died (or {@code -}).
 */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] args) throws IOException {
        String properties = args[0];
        String clusterId = args[1];
        ChildLife.endWithParent(System.in, () -> deleteFolder(args[2]));
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", clusterId, "-c", properties}, quiet());
        if (formatted != 0) {
            System.err.println("formatting the broker's storage failed with code " + formatted);
            Runtime.getRuntime().halt(formatted);
        }
        if (!ChildLife.ignoreInterrupts()) {
            System.err.println("interrupts cannot be ignored");
        }
        serve(properties);
    }

    private static void serve(String properties) throws IOException {
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(Utils.loadProps(properties), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        try {
            server.startup();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void deleteFolder(String folder) {
        if (!folder.equals("-")) {
            RunFolder.deleteTree(Path.of(folder));
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream(), false);
    }
}
