package org.graphgarden.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which part of a record key decides on its partition. The hash is Kafka's own (murmur2 of the UTF-8 bytes), so that
 * {@link #WHOLE_KEY} agrees with Kafka's default partitioner and that of Kafka Streams.
 */
public enum Partitioning {
    /** The part of the key before the first slash: a garden is one ordered log and one task. */
    GARDEN {
        @Override
        String hashed(String key) {
            int slash = key.indexOf('/');
            return slash < 0 ? key : key.substring(0, slash);
        }
    },
    /** The whole key: work that needs no order spreads. */
    WHOLE_KEY {
        @Override
        String hashed(String key) {
            return key;
        }
    };

    abstract String hashed(String key);

    /** The partition of a record with this key, from 0 to {@code partitions - 1}. */
    public int partition(String key, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + ", but has to be 1 or more");
        }
        return Utils.toPositive(Utils.murmur2(hashed(key).getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
