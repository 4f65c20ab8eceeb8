package org.graphgarden.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.Serializer;

/** A producer that says which transactional id it may not use; Kafka's own only says that there is one. */
public class NamingProducer<K, V> extends KafkaProducer<K, V> {

    private final String transactionalId;

    public NamingProducer(Map<String, Object> settings, Serializer<K> keys, Serializer<V> values) {
        super(settings, keys, values);
        transactionalId = String.valueOf(settings.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG));
    }

    @Override
    public void initTransactions() {
        try {
            super.initTransactions();
        } catch (TransactionalIdAuthorizationException e) {
            var named = new TransactionalIdAuthorizationException(
                    "Not authorized to use transactional id: " + transactionalId);
            named.initCause(e);
            throw named;
        }
    }
}
