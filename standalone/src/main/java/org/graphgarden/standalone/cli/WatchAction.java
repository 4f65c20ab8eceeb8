package org.graphgarden.standalone.cli;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.standalone.watch.RecordView;
import org.graphgarden.standalone.watch.TopicWatch;
import org.graphgarden.standalone.watch.WatchListener;
import org.graphgarden.standalone.watch.WatchOptions;

/**
 * Carries out one {@code watch}.
 *
 * @param console where to speak
 * @param view how a record is shown
 */
record WatchAction(Console console, RecordView view) {
    private static final Duration POLITE = Duration.ofSeconds(5);

    ExitCode run(KafkaClients clients, WatchOptions options) {
        String topic = options.topic().topicName();
        String broker = String.valueOf(clients.properties().get("bootstrap.servers"));
        CountDownLatch closed = new CountDownLatch(1);
        try (TopicWatch watch = new TopicWatch(clients, options)) {
            Thread hook = new Thread(() -> stop(watch, closed), "stop-watch");
            Runtime.getRuntime().addShutdownHook(hook);
            watch.run(new Screen(topic + " at " + broker));
            return forget(hook) ? ExitCode.DONE : ExitCode.INTERRUPTED;
        } catch (UnknownTopicOrPartitionException e) {
            throw new CommandException(
                    ExitCode.INTERNAL, "topic " + topic + " is missing at " + broker + "; the services make it");
        } catch (TimeoutException e) {
            throw new CommandException(
                    ExitCode.INTERNAL,
                    "broker " + broker + " does not answer; is it running, and reachable from here?");
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandException(
                    ExitCode.INTERNAL, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        } finally {
            closed.countDown();
        }
    }

    /** In the process's last moments: the thread that watches leaves the broker politely. */
    private static void stop(TopicWatch watch, CountDownLatch closed) {
        watch.stop();
        try {
            boolean unused = closed.await(POLITE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process goes on. */
    private static boolean forget(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Results to standard output; what happens meanwhile to standard error. */
    private final class Screen implements WatchListener {
        private final String what;
        private String lastTrouble = "";

        Screen(String what) {
            this.what = what;
        }

        @Override
        public void watching() {
            console.err().println("garden watch: " + what + "; Ctrl-C ends");
        }

        @Override
        public boolean read(ConsumerRecord<String, SpecificRecord> record) {
            console.out().println(view.line(record));
            // False once a pipe to somebody such as head is closed.
            return !console.out().checkError();
        }

        @Override
        public void trouble(String message) {
            if (!message.equals(lastTrouble)) {
                console.err().println("garden watch: " + message);
            }
            lastTrouble = message;
        }
    }
}
