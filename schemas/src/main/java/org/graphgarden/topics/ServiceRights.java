package org.graphgarden.topics;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Everything that a service does on the cluster, and so all the rights that it needs. Each service declares its own once; the
 * operators' table is written from the declaration, and a test lets the services run with nothing more.
 *
 * @param service its name
 * @param reads topics that it reads
 * @param writes topics that it writes
 * @param group its consumer group
 * @param watches consumer groups of others whose progress it looks at
 * @param transactions how its transactional ids begin
 * @param ownTopics whether it makes topics of its own, whose names begin with the group and a hyphen
 */
public record ServiceRights(
        String service,
        SortedSet<Topic> reads,
        SortedSet<Topic> writes,
        String group,
        SortedSet<String> watches,
        String transactions,
        boolean ownTopics) {

    /** How the names of all topics begin; who may create such topics need not have them made by somebody else. */
    public static final String TOPIC_PREFIX = "garden.";

    public ServiceRights {
        reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
        writes = Collections.unmodifiableSortedSet(new TreeSet<>(writes));
        watches = Collections.unmodifiableSortedSet(new TreeSet<>(watches));
    }

    /** The topics that have to be there before the service starts, in the order of the catalogue. */
    public SortedSet<Topic> topics() {
        SortedSet<Topic> topics = new TreeSet<>(reads);
        topics.addAll(writes);
        return topics;
    }

    /** What it needs where the topics are there already. */
    public List<Right> needed() {
        List<Right> rights = new ArrayList<>();
        for (Topic topic : topics()) {
            // Settings are read to be verified.
            Set<AclOperation> operations = EnumSet.of(DESCRIBE_CONFIGS);
            if (reads.contains(topic)) {
                operations.add(READ);
            }
            if (writes.contains(topic)) {
                operations.add(WRITE);
            }
            rights.add(
                    new Right(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL, new TreeSet<>(operations)));
        }
        rights.add(Right.literal(ResourceType.GROUP, group, READ));
        watches.forEach(watched -> rights.add(Right.literal(ResourceType.GROUP, watched, DESCRIBE)));
        rights.add(Right.prefixed(ResourceType.TRANSACTIONAL_ID, transactions, WRITE));
        if (ownTopics) {
            rights.add(Right.prefixed(ResourceType.TOPIC, group + "-", CREATE, READ, WRITE));
        }
        return rights;
    }

    /** What it needs beside that to make missing topics. */
    public Right toMakeTopics() {
        return Right.prefixed(ResourceType.TOPIC, TOPIC_PREFIX, CREATE);
    }

    /** The access control entries that give what is needed to somebody, such as {@code User:ingest}. */
    public Stream<AclBinding> bindings(String principal) {
        return needed().stream().flatMap(right -> right.bindings(principal));
    }
}
