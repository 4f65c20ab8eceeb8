package org.graphgarden.cloudevents;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.graphgarden.topics.Topic;

/**
 * Writes keys and names them as subject in the headers, where {@link EventSerializer} finds them. Producers and the
 * sinks of Kafka Streams serialize a record's key before its value, with the same headers.
 */
public final class EventKeySerializer extends StringSerializer {

    @Override
    public byte[] serialize(String topic, Headers headers, String key) {
        if (key != null && Topic.named(topic).isPresent()) {
            Texts.put(headers, HeaderNames.SUBJECT, key);
        }
        return super.serialize(topic, headers, key);
    }
}
