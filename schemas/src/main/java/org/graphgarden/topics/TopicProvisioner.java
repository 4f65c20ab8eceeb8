package org.graphgarden.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics that are missing and verifies those that are there; at every start, before anything is read. */
public final class TopicProvisioner {

    private static final int TIMEOUT_SECONDS = 60;
    private static final int PAUSE_MILLIS = 20;

    private final Admin admin;
    private final TopicCatalogue catalogue;

    /** The admin client stays the caller's to close. */
    public TopicProvisioner(Admin admin, TopicCatalogue catalogue) {
        this.admin = admin;
        this.catalogue = catalogue;
    }

    /**
     * Makes and verifies all topics.
     *
     * @throws TopicMismatchException when a topic is there but not as the catalogue says
     * @throws TopicDeniedException when a topic is missing, or cannot be verified, and the rights to mend that are, too
     * @throws KafkaException when the broker cannot be reached or refuses
     */
    public void provision() {
        require(List.of(Topic.values()));
    }

    /** The same for some of the topics, such as those that a service uses. */
    public void require(Collection<Topic> topics) {
        List<TopicMismatch> mismatches = provision(topics);
        if (!mismatches.isEmpty()) {
            throw new TopicMismatchException(mismatches);
        }
    }

    /**
     * Makes those of the topics that are missing; says what is wrong with the others, in the order of the catalogue. Returns
     * when the broker that is asked knows all of them: who subscribed earlier would find some missing, and wait for minutes.
     */
    public List<TopicMismatch> provision(Collection<Topic> topics) {
        Set<String> existing = await(admin.listTopics().names());
        List<Topic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.topicName()))
                .toList();
        List<Topic> known = new ArrayList<>(topics);
        known.removeAll(create(missing));
        awaitLeaders(topics);
        return verify(known);
    }

    /** The topics that were made; those that somebody else made meanwhile are to be verified like the others. */
    private List<Topic> create(List<Topic> missing) {
        Map<String, KafkaFuture<Void>> creations = admin.createTopics(
                        missing.stream().map(catalogue::newTopic).toList())
                .values();
        List<Topic> made = new ArrayList<>();
        List<Topic> denied = new ArrayList<>();
        for (Topic topic : missing) {
            try {
                await(Objects.requireNonNull(creations.get(topic.topicName())));
                made.add(topic);
            } catch (TopicExistsException e) {
                // Verified later.
            } catch (AuthorizationException e) {
                denied.add(topic);
            }
        }
        if (!denied.isEmpty()) {
            throw TopicDeniedException.missing(denied, catalogue);
        }
        return made;
    }

    private void awaitLeaders(Collection<Topic> topics) {
        List<String> names = topics.stream().map(Topic::topicName).toList();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!haveLeaders(names)) {
            if (System.nanoTime() > end) {
                throw new KafkaException("topics had no leaders after " + TIMEOUT_SECONDS + " seconds: " + names);
            }
            pause();
        }
    }

    private boolean haveLeaders(List<String> names) {
        try {
            return await(admin.describeTopics(names).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the broker", e);
        }
    }

    private List<TopicMismatch> verify(List<Topic> topics) {
        List<String> names = topics.stream().map(Topic::topicName).toList();
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, KafkaFuture<Config>> settings = admin.describeConfigs(
                        names.stream().map(TopicProvisioner::resource).toList())
                .values();
        List<TopicMismatch> mismatches = new ArrayList<>();
        for (Topic topic : topics) {
            TopicDescription description = descriptions.get(topic.topicName());
            if (description == null) {
                throw new UnknownTopicOrPartitionException("topic " + topic.topicName() + " vanished while verified");
            }
            Config config = config(topic, settings);
            verify(topic, description.partitions().size(), config, mismatches);
        }
        return mismatches;
    }

    private static Config config(Topic topic, Map<ConfigResource, KafkaFuture<Config>> settings) {
        try {
            return await(Objects.requireNonNull(settings.get(resource(topic.topicName()))));
        } catch (AuthorizationException e) {
            throw TopicDeniedException.unverifiable(topic.topicName());
        }
    }

    private void verify(Topic topic, int partitions, Config config, List<TopicMismatch> mismatches) {
        String name = topic.topicName();
        int wanted = catalogue.partitions(topic);
        if (partitions != wanted) {
            String setting = topic.partitioning() == Partitioning.GARDEN ? "garden-partitions" : "pattern-partitions";
            mismatches.add(new TopicMismatch(
                    name,
                    "partition count",
                    Integer.toString(partitions),
                    Integer.toString(wanted),
                    "set topics." + setting + " to " + partitions
                            + ", or delete the topics and import again (a count is fixed when a topic is made)"));
        }
        String cleanup = config.get(CLEANUP_POLICY_CONFIG).value();
        if (!words(cleanup).equals(words(topic.cleanup().setting()))) {
            mismatches.add(alterable(
                    name, CLEANUP_POLICY_CONFIG, cleanup, topic.cleanup().setting()));
        }
        String size = config.get(MAX_MESSAGE_BYTES_CONFIG).value();
        if (Integer.parseInt(size) < TopicCatalogue.MAX_MESSAGE_BYTES) {
            mismatches.add(alterable(name, MAX_MESSAGE_BYTES_CONFIG, size, TopicCatalogue.MAX_MESSAGE_BYTES + ""));
        }
    }

    private static TopicMismatch alterable(String topic, String setting, String found, String wanted) {
        return new TopicMismatch(
                topic,
                setting,
                found,
                wanted,
                "run kafka-configs --alter --topic " + topic + " --add-config " + setting + "=[" + wanted + "]");
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not answer within " + TIMEOUT_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the broker", e);
        }
    }
}
