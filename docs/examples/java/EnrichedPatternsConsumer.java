import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.registry.AvroDeserializer;

/**
 * Prints every enriched pattern and goes on with those that come.
 *
 * <pre>java -cp 'lib/*' EnrichedPatternsConsumer.java HOST:PORT REGISTRY_URL [GROUP]</pre>
 *
 * The group remembers how far it has read; another name starts at the beginning again.
 */
public class EnrichedPatternsConsumer {

    public static void main(String[] args) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", args[0],
                "schema.registry.url", args[1],
                "group.id", args.length > 2 ? args[2] : "enriched-patterns-example",
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", AvroDeserializer.class,
                // The services write in transactions; what is given up must not be seen.
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<String, EnrichedPattern>(settings)) {
            consumer.subscribe(List.of("garden.enriched-patterns"));
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(EnrichedPatternsConsumer::print);
            }
        }
    }

    private static void print(ConsumerRecord<String, EnrichedPattern> record) {
        EnrichedPattern pattern = record.value();
        if (pattern == null) {
            System.out.println(record.key() + " is gone");
            return;
        }
        System.out.println(record.key() + ": " + pattern.getTitle());
        for (Link link : pattern.getLinks()) {
            System.out.printf("  %s %s %.2f: %s%n", link.getType(), link.getTarget(), link.getConfidence(), link.getReason());
        }
    }
}
