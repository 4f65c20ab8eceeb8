package org.graphgarden.standalone;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.graphgarden.inference.stream.InferenceRights;
import org.graphgarden.ingest.IngestRights;
import org.graphgarden.pruner.cycle.PrunerRights;
import org.graphgarden.standalone.up.ServiceKind;
import org.graphgarden.topics.ServiceRights;
import org.graphgarden.topics.Topic;

/** The rights of every service. */
public final class GardenRights {
    /** All of them, in the order in which records pass. */
    public static final List<ServiceRights> ALL = List.of(IngestRights.ALL, InferenceRights.ALL, PrunerRights.ALL);

    private GardenRights() {}

    /** The topics that some of the services use; who runs them needs no rights on others. All services: all topics. */
    public static SortedSet<Topic> topics(Set<ServiceKind> services) {
        if (services.size() == ServiceKind.values().length) {
            return new TreeSet<>(Set.of(Topic.values()));
        }
        Set<String> names = services.stream().map(ServiceKind::title).collect(Collectors.toSet());
        return ALL.stream()
                .filter(rights -> names.contains(rights.service()))
                .flatMap(rights -> rights.topics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
