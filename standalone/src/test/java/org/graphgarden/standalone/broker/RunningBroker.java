package org.graphgarden.standalone.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicProvisioner;

/** A real broker with all topics of the catalogue, for the tests of one class; schemas are kept in this process. */
public final class RunningBroker implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final RunFolder run;
    private final BrokerProcess broker;
    private final KafkaClients clients;

    /**
     * Starts it.
     *
     * @param folder for its data
     * @param scope of the registry, which no other test has
     */
    public RunningBroker(Path folder, String scope) throws IOException {
        run = RunFolder.create(folder);
        broker = BrokerProcess.start(run, DEADLINE);
        clients = new KafkaClients(
                Map.of("bootstrap.servers", broker.bootstrapServers()), SchemaRegistries.forUrl("mock://" + scope));
        try (Admin admin = clients.admin()) {
            new TopicProvisioner(admin, new TopicCatalogue(2, 3, (short) 1)).provision();
        }
    }

    /** Where other processes connect, as {@code host:port}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public KafkaClients clients() {
        return clients;
    }

    @Override
    public void close() {
        broker.close();
        run.close();
    }
}
