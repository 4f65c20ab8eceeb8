package org.graphgarden.ingest.webhook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Secret;

/**
 * A configured repository that webhooks may speak of.
 *
 * @param garden name of its garden
 * @param repository name inside the garden
 * @param branch the branch that is followed; empty for the remote's own
 * @param addresses {@link ForgeAddress}es by which it is known
 * @param secrets what its webhooks are signed with; any of them will do
 */
record Target(String garden, String repository, Optional<String> branch, Set<String> addresses, List<Secret> secrets) {

    private static final String HEADS = "refs/heads/";

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
        List<Secret> own = repository.webhookSecrets();
        List<Secret> secrets = own.isEmpty()
                ? configuration.settings(WebhookSettings.NAME, garden.name()).getSecrets(WebhookSettings.SECRETS)
                : own;
        return new Target(garden.name(), repository.name(), repository.branch(), addresses, secrets);
    }

    boolean isAt(Set<String> anyOf) {
        return anyOf.stream().anyMatch(addresses::contains);
    }

    /** Whether it follows a ref; {@code defaultBranch} is the remote's own, empty when that is not known. */
    boolean follows(String ref, String defaultBranch) {
        String followed = branch.orElse(defaultBranch);
        return followed.isEmpty() || ref.equals(followed) || ref.equals(HEADS + followed);
    }
}
