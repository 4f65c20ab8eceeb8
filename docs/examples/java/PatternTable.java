import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.registry.AvroSerde;
import org.graphgarden.registry.SchemaRegistries;

/**
 * The enriched patterns as a table, and counted from it how many patterns each garden has. A tombstone takes its row out of
 * the table, and so out of the count.
 *
 * <pre>java -cp 'lib/*' PatternTable.java HOST:PORT REGISTRY_URL [STATE_FOLDER]</pre>
 */
public class PatternTable {

    public static void main(String[] args) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "pattern-table-example");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 200);
        if (args.length > 2) {
            settings.put(StreamsConfig.STATE_DIR_CONFIG, args[2]);
        }
        // The topic itself is what the table is restored from: no copy of it on the broker, no schema registered for one.
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        var patterns = new AvroSerde<>(SchemaRegistries.forUrl(args[1]), EnrichedPattern.class);

        var builder = new StreamsBuilder();
        KTable<String, EnrichedPattern> table =
                builder.table("garden.enriched-patterns", Consumed.with(Serdes.String(), patterns));
        table.groupBy(
                        (key, pattern) -> KeyValue.pair(pattern.getGarden(), pattern.getSlug()),
                        Grouped.with("patterns-of-garden", Serdes.String(), Serdes.String()))
                .count(Materialized.as("patterns-by-garden"))
                .toStream()
                .foreach((garden, count) -> System.out.println(garden + " has " + count + " patterns"));

        var streams = new KafkaStreams(builder.build(settings), settings);
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }
}
