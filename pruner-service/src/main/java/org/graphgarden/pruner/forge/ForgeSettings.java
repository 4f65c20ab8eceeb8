package org.graphgarden.pruner.forge;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Settings;

/** The settings of pull requests, which are part of the section {@code prune}, and what is made of them. */
public final class ForgeSettings {
    private static final String FORGE = "forge";
    private static final String API = "forge-api";
    private static final String TOKEN = "forge-token";
    private static final String LABELS = "labels";
    private static final String AUTO = "auto";

    private ForgeSettings() {}

    /** Adds the declarations. */
    public static ConfigDef define(ConfigDef def) {
        return def.define(
                        FORGE,
                        Type.STRING,
                        AUTO,
                        ValidString.in(AUTO, "github", "gitlab", "gitea", "forgejo"),
                        Importance.MEDIUM,
                        "Which API pull requests are made with. auto knows github.com, gitlab.com and codeberg.org; for another"
                                + " host name one.")
                .define(
                        API,
                        Type.STRING,
                        "",
                        Importance.LOW,
                        "Base address of that API, https; empty for the usual one of the repository's host, such as"
                                + " https://HOST/api/v4.")
                .define(
                        TOKEN,
                        Type.PASSWORD,
                        "",
                        Secret.onlyReferences(),
                        Importance.HIGH,
                        "Token for pull requests, sent to that API only; none for the repository's password, unless forge-api is"
                                + " set or forge-url names another host than url.")
                .define(
                        LABELS,
                        Type.LIST,
                        "",
                        Importance.LOW,
                        "Labels that a pull request gets beside those that people set; missing ones are made.");
    }

    /**
     * Who keeps the request of each repository, by its name.
     *
     * @param settings of the garden's section {@code prune}
     * @throws ConfigException when it cannot be told which forge has a repository, when there is no token, or when one token would
     *     go to several hosts
     */
    public static Map<String, PullRequests> requests(Settings settings, List<RepositorySettings> repositories) {
        List<String> labels = settings.getList(LABELS).stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
        Map<String, PullRequests> requests = new TreeMap<>();
        Set<String> hosts = new TreeSet<>();
        for (RepositorySettings repository : repositories) {
            try {
                ForgeAccess access = access(settings, repository);
                hosts.add(access.api().getAuthority());
                requests.put(repository.name(), new PullRequests(access, labels));
            } catch (IllegalArgumentException e) {
                throw new ConfigException(
                        "repository " + repository.name() + ": pull requests need more: " + e.getMessage());
            }
        }
        if (hosts.size() > 1 && settings.getSecret(TOKEN).isPresent()) {
            throw new ConfigException("prune." + TOKEN + " would go to several hosts: " + String.join(", ", hosts)
                    + "; give each repository's password instead, or make a garden for each forge");
        }
        return requests;
    }

    private static ForgeAccess access(Settings settings, RepositorySettings repository) {
        Place place = Place.of(repository.forgeUrl().orElse(repository.url()));
        ForgeKind kind = settings.getString(FORGE).equals(AUTO)
                ? ForgeKind.ofHost(place.host())
                        .orElseThrow(() -> new IllegalArgumentException("which API " + place.host()
                                + " speaks is not known; set prune.forge to github, gitlab, gitea or forgejo"))
                : EnumWords.constant(ForgeKind.class, settings.getString(FORGE));
        String api = settings.getString(API).replaceAll("/+$", "");
        Secret token = settings.getSecret(TOKEN)
                .or(() -> api.isEmpty() ? password(repository, place) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("a token; set prune." + TOKEN));
        return api.isEmpty()
                ? ForgeAccess.at(kind, place.host(), place.path(), token::resolve)
                : new ForgeAccess(kind, URI.create(api), place.path(), token::resolve);
    }

    /** The password is meant for the host of {@code url}: it goes to no other that {@code forge-url} names, nor over another way. */
    private static Optional<Secret> password(RepositorySettings repository, Place forge) {
        if (repository.password().isPresent() && repository.forgeUrl().isPresent()) {
            RepositoryAddress own = RepositoryAddress.parse(repository.url());
            RepositoryAddress named =
                    RepositoryAddress.parse(repository.forgeUrl().get());
            if (own.kind() != named.kind() || !own.host().equalsIgnoreCase(named.host())) {
                throw new IllegalArgumentException(
                        "a token for " + forge.host() + ", as forge-url is another address than"
                                + " url and the password is for url alone; set prune." + TOKEN);
            }
        }
        return repository.password();
    }

    /** Host and path of a repository, as its address has them. */
    private record Place(String host, String path) {
        static Place of(String url) {
            RepositoryAddress address = RepositoryAddress.parse(url);
            if (address.host().isEmpty()) {
                throw new IllegalArgumentException(
                        "a repository on this machine has no forge; give the forge's address, or that as forge-url");
            }
            String rest = address.location().contains("://")
                    ? address.location().replaceFirst("^[a-z]+://[^/]*/+", "")
                    : address.location().replaceFirst("^[^:]*:/*", "");
            String path = rest.replaceAll("/+$", "").replaceFirst("\\.git$", "");
            boolean web = address.kind() == RepositoryAddress.Kind.HTTPS
                    || address.kind() == RepositoryAddress.Kind.HTTP_LOOPBACK;
            // The port of ssh is not that of the API.
            return new Place(web ? address.host() : address.host().replaceFirst(":\\d+$", ""), path);
        }
    }
}
