package org.graphgarden.ingest.webhook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphgarden.runtime.edge.TokenBucket;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Settings;

/**
 * A configured repository that webhooks may speak of.
 *
 * @param garden name of its garden
 * @param repository name inside the garden
 * @param branch the branch that is followed; empty for the remote's own
 * @param addresses {@link ForgeAddress}es by which it is known, and {@link #nameOf its name}
 * @param secrets what its webhooks are signed with; any of them will do
 * @param pace how many hints are passed on at once
 */
record Target(
        String garden,
        String repository,
        Optional<String> branch,
        Set<String> addresses,
        List<Secret> secrets,
        TokenBucket pace) {

    Target {
        addresses = Set.copyOf(addresses);
        secrets = List.copyOf(secrets);
    }

    /** All repositories of a configuration. */
    static List<Target> of(Configuration configuration) {
        return configuration.gardens().stream()
                .flatMap(garden -> garden.repositories().stream().map(each -> of(configuration, garden, each)))
                .toList();
    }

    private static Target of(Configuration configuration, GardenSettings garden, RepositorySettings repository) {
        Set<String> addresses = new HashSet<>();
        Stream.concat(Stream.of(repository.url()), repository.forgeUrl().stream())
                .forEach(address -> ForgeAddress.of(address).ifPresent(addresses::add));
        addresses.add(nameOf(garden.name(), repository.name()));
        Settings settings = configuration.settings(WebhookSettings.NAME, garden.name());
        List<Secret> own = repository.webhookSecrets();
        return new Target(
                garden.name(),
                repository.name(),
                repository.branch(),
                addresses,
                own.isEmpty() ? settings.getSecrets(WebhookSettings.SECRETS) : own,
                new TokenBucket(settings.getInt(WebhookSettings.DELIVERIES)));
    }

    /** What a repository is called in the configuration, in a form that no address has. */
    static String nameOf(String garden, String repository) {
        return "garden:" + garden + "/" + repository;
    }

    /** What it is called in logs. */
    String name() {
        return garden + "/" + repository;
    }

    boolean isAt(Set<String> anyOf) {
        return anyOf.stream().anyMatch(addresses::contains);
    }

    /**
     * Whether a look is worth while. Graph Garden's own branches are followed beside the tended one, until they are gone.
     *
     * @param defaultBranch the remote's own, empty when that is not known
     */
    boolean follows(RefMove move, String defaultBranch) {
        if (move.isOfGarden()) {
            return true;
        }
        if (!move.isOfBranch() || move.deletes()) {
            return false;
        }
        String followed = branch.orElse(defaultBranch);
        return followed.isEmpty()
                || move.ref().isEmpty()
                || move.ref().equals(followed)
                || move.ref().equals(RefMove.HEADS + followed);
    }
}
