package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

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
        watchParent(System.in, args[2]);
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", clusterId, "-c", properties}, quiet());
        if (formatted != 0) {
            System.err.println("formatting the broker's storage failed with code " + formatted);
            Runtime.getRuntime().halt(formatted);
        }
        ignoreInterrupts();
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

    /**
     * Ctrl-C in a terminal goes to the parent and to us. The parent decides what happens then: it may have to finish a push first, and
     * needs us for that. (By reflection, as the class is not part of the platform's API.)
     */
    private static void ignoreInterrupts() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            // Then an interrupt ends us early, and the parent says so.
            System.err.println("interrupts cannot be ignored: " + e);
        }
    }

    /** The parent holds the other end of our standard input open for as long as it lives, however it ends. */
    private static void watchParent(InputStream input, String folder) {
        Thread watcher = new Thread(() -> waitForEnd(input, folder), "parent-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void waitForEnd(InputStream input, String folder) {
        try {
            while (input.read() >= 0) {
                // Nobody talks to us; only the end of the stream matters.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        if (!folder.equals("-")) {
            RunFolder.deleteTree(Path.of(folder));
        }
        Runtime.getRuntime().halt(0);
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream(), false);
    }
}
