package org.graphgarden.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class PartitioningTest {

    @Property(seed = "1")
    void shouldKeepGardenTogetherWhenPartitionedByGarden(
            @ForAll @AlphaChars @NotEmpty String garden,
            @ForAll String one,
            @ForAll String other,
            @ForAll @IntRange(min = 1, max = 64) int partitions) {
        int partition = Partitioning.GARDEN.partition(garden + "/" + one, partitions);
        assertThat(partition)
                .isEqualTo(Partitioning.GARDEN.partition(garden + "/" + other, partitions))
                .isEqualTo(Partitioning.GARDEN.partition(garden, partitions))
                .isBetween(0, partitions - 1);
    }

    @Property(seed = "1")
    void shouldAgreeWithKafkaWhenPartitionedByWholeKey(
            @ForAll String key, @ForAll @IntRange(min = 1, max = 64) int partitions) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        assertThat(Partitioning.WHOLE_KEY.partition(key, partitions))
                .isEqualTo(BuiltInPartitioner.partitionForKey(bytes, partitions));
    }

    @Test
    void shouldFollowTheCatalogueWhenAProducerAsks() {
        // given
        Cluster cluster = cluster(List.of(Topic.PATTERN_CHANGES.topicName(), Topic.PUSHES.topicName(), "other"), 8);
        String key = "commons/open-table";

        // then
        for (String topic : cluster.topics()) {
            Partitioning wanted = topic.equals(Topic.PUSHES.topicName()) ? Partitioning.GARDEN : Partitioning.WHOLE_KEY;
            assertThat(ask(topic, key, cluster)).as(topic).isEqualTo(wanted.partition(key, 8));
        }
    }

    @Test
    void shouldRefuseRecordWhenItHasNoKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GardenPartitioner()
                        .partition("garden.pushes", null, null, null, null, cluster(List.of(), 1)))
                .withMessageContaining("garden.pushes");
    }

    private static int ask(String topic, String key, Cluster cluster) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        try (GardenPartitioner partitioner = new GardenPartitioner()) {
            return partitioner.partition(topic, key, bytes, null, null, cluster);
        }
    }

    private static Cluster cluster(List<String> topics, int partitions) {
        Node node = new Node(1, "localhost", 9092);
        Node[] nodes = {node};
        List<PartitionInfo> infos = topics.stream()
                .flatMap(topic -> java.util.stream.IntStream.range(0, partitions)
                        .mapToObj(partition -> new PartitionInfo(topic, partition, node, nodes, nodes)))
                .toList();
        return new Cluster("test", List.of(node), infos, Set.of(), Set.of());
    }
}
