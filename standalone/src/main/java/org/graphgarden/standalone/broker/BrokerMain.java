package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * What runs in the child process: formats the storage, then is a Kafka broker until it is told to stop or its parent dies.
 *
 * <p>Arguments: the broker's properties file, the cluster id, and the folder to delete when the parent died (or {@code -}).
 */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] args) {
        String properties = args[0];
        String clusterId = args[1];
        watchParent(System.in, args[2]);
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", clusterId, "-c", properties}, quiet());
        if (formatted != 0) {
            System.err.println("formatting the broker's storage failed with code " + formatted);
            Runtime.getRuntime().halt(formatted);
        }
        Kafka.main(new String[] {properties});
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
