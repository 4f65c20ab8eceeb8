package org.graphgarden.topics;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What a service may do with something on the cluster.
 *
 * @param type what it is
 * @param name its name, or how names begin when the pattern is PREFIXED
 * @param pattern LITERAL or PREFIXED
 * @param operations what may be done; not those that follow from others, as DESCRIBE does from READ and WRITE
 */
public record Right(ResourceType type, String name, PatternType pattern, SortedSet<AclOperation> operations) {

    private static final String ANY_HOST = "*";

    public Right {
        if (pattern != PatternType.LITERAL && pattern != PatternType.PREFIXED) {
            throw new IllegalArgumentException("pattern is " + pattern + ", but has to be LITERAL or PREFIXED");
        }
        operations = new TreeSet<>(operations);
    }

    static Right literal(ResourceType type, String name, AclOperation... operations) {
        return new Right(type, name, PatternType.LITERAL, new TreeSet<>(java.util.Set.of(operations)));
    }

    static Right prefixed(ResourceType type, String name, AclOperation... operations) {
        return new Right(type, name, PatternType.PREFIXED, new TreeSet<>(java.util.Set.of(operations)));
    }

    /**
     * The access control entries that give this right, one for each operation.
     *
     * @param principal who is to have it, such as {@code User:ingest}
     */
    public Stream<AclBinding> bindings(String principal) {
        ResourcePattern resource = new ResourcePattern(type, name, pattern);
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)));
    }
}
