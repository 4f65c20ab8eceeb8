package org.graphgarden.standalone.registry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics in which the registry keeps everything. They are made here, since the registry leaves retention to the broker
 * and schemas would be gone after a week.
 */
final class RegistryTopics {
    /** Every change, in order, for ever; it must not be compacted, since later records refer to earlier ones. */
    static final String JOURNAL = "garden.registry-journal";
    /** Where snapshots would be announced; none are made, as the journal stays small. */
    static final String SNAPSHOTS = "garden.registry-snapshots";
    /** What happened, for who is interested. */
    static final String EVENTS = "garden.registry-events";

    private static final int SECONDS = 30;
    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, "delete",
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private RegistryTopics() {}

    /** Makes those that are missing. */
    static void provision(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (NewTopic topic :
                    List.of(topic(JOURNAL, FOR_EVER), topic(SNAPSHOTS, FOR_EVER), topic(EVENTS, Map.of()))) {
                create(admin, topic);
            }
        }
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, 1, (short) -1).configs(settings);
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new RegistryProcessException("topic " + topic.name() + " of the registry cannot be made", e);
            }
        } catch (TimeoutException e) {
            throw new RegistryProcessException(
                    "the broker did not make topic " + topic.name() + " within " + SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryProcessException("interrupted while making the registry's topics", e);
        }
    }
}
