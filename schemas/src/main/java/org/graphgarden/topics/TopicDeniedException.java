package org.graphgarden.topics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/** Topics are not there for this user, who may not make them either; the message names each, with what to do. */
public final class TopicDeniedException extends KafkaException {

    private static final long serialVersionUID = 1L;

    private TopicDeniedException(String message) {
        super(message);
    }

    static TopicDeniedException missing(List<Topic> topics, TopicCatalogue catalogue) {
        return new TopicDeniedException(topics.stream()
                .map(topic -> "topic " + topic.topicName()
                        + " is missing, or hidden from this user, who may not make it; run "
                        + creation(topic, catalogue)
                        + " as somebody who may, or give this user the rights of docs/operators.md")
                .collect(Collectors.joining("\n")));
    }

    static TopicDeniedException unverifiable(String topic) {
        return new TopicDeniedException("the settings of topic " + topic
                + " cannot be verified; give this user the right to DescribeConfigs on it");
    }

    private static String creation(Topic topic, TopicCatalogue catalogue) {
        String settings = catalogue.settings(topic).entrySet().stream()
                .map(TopicDeniedException::setting)
                .collect(Collectors.joining());
        String copies =
                catalogue.replicationFactor() > 0 ? " --replication-factor " + catalogue.replicationFactor() : "";
        return "kafka-topics --create --topic " + topic.topicName() + " --partitions " + catalogue.partitions(topic)
                + copies + settings;
    }

    private static String setting(Map.Entry<String, String> setting) {
        return " --config " + setting.getKey() + "=" + setting.getValue();
    }
}
