package org.graphgarden.ingest.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.Provider;
import org.graphgarden.runtime.edge.Call;

/**
 * A kind of forge: how its deliveries are signed and what they say. The path chooses it, because headers of different forges
 * overlap. Each is one class without state; everything else about a webhook is the same for all. Forges take an answer of 2xx
 * for success and some stop sending after others, so whatever is well-formed and of no use is answered with 202.
 */
sealed interface Forge permits GitHub, GitLab, Gitea, Bitbucket, GenericHook {

    /** All that are served. */
    List<Forge> ALL =
            List.of(new GitHub(), new GitLab(), Gitea.gitea(), Gitea.forgejo(), new Bitbucket(), new GenericHook());

    /** Last part of the path, and the tag of its metrics. */
    String name();

    /** Who hinted, in events. */
    Provider provider();

    /**
     * How the delivery claims to be signed; empty when it does not, or not in the forge's form.
     *
     * @param now for forges that sign the time as well
     */
    Optional<Signature> signature(Call call, Instant now);

    /** The forge's id of the delivery; empty when it gives none. */
    String deliveryId(Call call);

    /** Paths of the values that {@link #notice} needs, as {@link Payload} knows them. */
    Set<String> wanted();

    /**
     * What the delivery says.
     *
     * @throws org.graphgarden.runtime.edge.RefusedException when it lacks what it must have
     */
    Notice notice(Call call, Payload payload);
}
