package org.graphgarden.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.topics.RecordKeys;

/**
 * One repository of a garden.
 *
 * @param name inside its garden
 * @param url https, ssh or a local path; holds no password
 * @param branch to read and to publish to; empty means the remote's own default
 * @param include globs of the paths to look at
 * @param exclude globs of the paths to leave out, also when they are included
 * @param username for https; empty for none or for a token alone
 * @param password or token, for https
 * @param sshKey file of the private key, for ssh; empty for the user's own keys
 * @param knownHosts file of the keys of ssh hosts; empty for the user's own
 * @param forgeUrl address of the repository on its forge, when that is not {@code url}: webhooks are compared with it, and pull
 *     requests are made at its host
 * @param webhookSecrets what its webhooks are signed with; any of them will do
 */
public record RepositorySettings(
        String name,
        String url,
        Optional<String> branch,
        List<String> include,
        List<String> exclude,
        Optional<String> username,
        Optional<Secret> password,
        Optional<String> sshKey,
        Optional<String> knownHosts,
        Optional<String> forgeUrl,
        List<Secret> webhookSecrets) {

    static final ConfigDef DECLARATION = new ConfigDef()
            .define(
                    "url",
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(RepositorySettings::checkUrl, () -> "https, ssh or a local path"),
                    Importance.HIGH,
                    "Address of the repository. Credentials have keys of their own.")
            .define("branch", Type.STRING, "", Importance.HIGH, "Branch to tend; empty means the remote's default.")
            .define(
                    "include",
                    Type.LIST,
                    "**/*.md",
                    Importance.MEDIUM,
                    "Globs of the paths to look at. Only files whose front matter has slug or id are patterns.")
            .define("exclude", Type.LIST, "", Importance.MEDIUM, "Globs of the paths to leave out.")
            .define("username", Type.STRING, "", Importance.MEDIUM, "User name for https.")
            .define(
                    "password",
                    Type.PASSWORD,
                    "",
                    Secret.onlyReferences(),
                    Importance.MEDIUM,
                    "Password or access token for https.")
            .define(
                    "ssh-key",
                    Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "File of the private key for ssh; empty means the user's own keys.")
            .define(
                    "known-hosts",
                    Type.STRING,
                    "",
                    Importance.LOW,
                    "File of the ssh host's key, in the form of known_hosts; empty means the user's own. A host with another key is refused.")
            .define(
                    "forge-url",
                    Type.STRING,
                    "",
                    Importance.LOW,
                    "Address of the repository on its forge, when url is another, such as a mirror's or a path. Webhooks are compared"
                            + " with it, and pull requests are made at its host; nothing is fetched from there.")
            .define(
                    "webhook-secrets",
                    Type.LIST,
                    "",
                    Secret.onlyListsOfReferences(),
                    Importance.MEDIUM,
                    "What this repository's webhooks are signed with; none means the garden's webhook.secrets.");

    public RepositorySettings {
        RecordKeys.requireName("repository", name);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** The same, tended on another branch. */
    public RepositorySettings onBranch(String other) {
        return new RepositorySettings(
                name,
                url,
                Optional.of(other),
                include,
                exclude,
                username,
                password,
                sshKey,
                knownHosts,
                forgeUrl,
                webhookSecrets);
    }

    static RepositorySettings of(String name, Map<String, ?> values) {
        Settings settings = new Settings(DECLARATION, values);
        return new RepositorySettings(
                name,
                settings.getString("url"),
                text(settings, "branch"),
                settings.getList("include"),
                settings.getList("exclude"),
                text(settings, "username"),
                settings.getSecret("password"),
                text(settings, "ssh-key"),
                text(settings, "known-hosts"),
                text(settings, "forge-url"),
                settings.getSecrets("webhook-secrets"));
    }

    private static Optional<String> text(Settings settings, String key) {
        return Optional.of(settings.getString(key)).filter(text -> !text.isEmpty());
    }

    private static void checkUrl(String name, Object value) {
        String url = String.valueOf(value);
        if (url.isBlank() || url.startsWith("-")) {
            throw new ConfigException(name, value, "is no address");
        }
        if (url.matches("(?i)https?://[^/]*@.*")) {
            // It may be a token, and addresses are shown.
            throw new ConfigException(name + " holds a user: use username and password: ${env:NAME} instead");
        }
    }
}
