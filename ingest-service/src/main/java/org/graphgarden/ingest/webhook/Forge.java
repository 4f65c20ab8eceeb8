package org.graphgarden.ingest.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * A kind of forge: how its deliveries are signed and what they say. The path chooses it, because headers of different forges
 * overlap. Each is one class without state; everything else about a webhook is the same for all.
 */
sealed interface Forge permits GitHub {

    /** All that are served. */
    List<Forge> ALL = List.of(new GitHub());

    /** Last part of the path, and the tag of its metrics. */
    String name();

    /** Who hinted, in events. */
    Provider provider();

    /** How the delivery claims to be signed; empty when it does not, or not in the forge's form. */
    Optional<Signature> signature(Call call);

    /** The forge's id of the delivery; empty when it gives none. */
    String deliveryId(Call call);

    /** Paths of the values that {@link #notice} needs. */
    Set<String> wanted();

    /**
     * What the delivery says.
     *
     * @throws org.graphgarden.runtime.edge.RefusedException when it lacks what it must have
     */
    Notice notice(Call call, Payload payload);
}
