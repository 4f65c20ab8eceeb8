package org.graphgarden.pruner.cycle;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.CommitSigner;
import org.graphgarden.git.SigningException;
import org.graphgarden.pruner.forge.ForgeSettings;
import org.graphgarden.pruner.publish.CleanUp;
import org.graphgarden.pruner.publish.Person;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Settings;

/** The part of the pruner's settings that says where commits go, under whose name, and how they are signed. */
final class PublishSettings {
    static final String PUBLISH = "publish";
    private static final String BRANCH = "branch";
    private static final String AUTHOR_NAME = "author-name";
    private static final String AUTHOR_EMAIL = "author-email";
    private static final String COMMITTER_NAME = "committer-name";
    private static final String COMMITTER_EMAIL = "committer-email";
    private static final String ATTEMPTS = "push-attempts";
    private static final String CLEAN_UP = "clean-up";
    private static final String SIGN = "sign";
    private static final String KEY = "signing-key";
    private static final String PASSPHRASE = "signing-passphrase";

    private PublishSettings() {}

    static ConfigDef define(ConfigDef def) {
        return ForgeSettings.define(signing(people(places(def))));
    }

    /**
     * How commits are published.
     *
     * @throws ConfigException when settings do not fit together, or the key that is to sign does not
     */
    static Publishing publishing(Settings settings) {
        // Elsewhere what stewards edit before a merge would be heard by nobody.
        if (!settings.getString(BRANCH).startsWith(BareClone.GARDEN_BRANCHES)) {
            throw new ConfigException(
                    path(BRANCH),
                    settings.getString(BRANCH),
                    "must begin with " + BareClone.GARDEN_BRANCHES
                            + ": only there are stewards' edits read before a merge");
        }
        try {
            return new Publishing(
                    EnumWords.constant(PublishMode.class, settings.getString(PUBLISH)),
                    settings.getString(BRANCH),
                    author(settings),
                    committer(settings),
                    settings.getInt(ATTEMPTS),
                    Publishing.DEFAULT.firstPause(),
                    EnumWords.constant(CleanUp.class, settings.getString(CLEAN_UP)),
                    signer(settings));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(PrunerSettings.NAME + ": " + e.getMessage());
        }
    }

    private static Person author(Settings settings) {
        return new Person(settings.getString(AUTHOR_NAME), settings.getString(AUTHOR_EMAIL));
    }

    static Person committer(Settings settings) {
        String name = settings.getString(COMMITTER_NAME);
        return name.isEmpty() ? author(settings) : new Person(name, settings.getString(COMMITTER_EMAIL));
    }

    /** Signs once, so that a wrong key is told at the start and not in the night. */
    private static CommitSigner signer(Settings settings) {
        String kind = settings.getString(SIGN);
        String key = settings.getString(KEY);
        if (kind.equals("off")) {
            return CommitSigner.NONE;
        }
        if (key.isEmpty()) {
            throw new ConfigException(path(KEY) + " is missing: " + path(SIGN) + " is " + kind);
        }
        Supplier<String> passphrase =
                () -> settings.getSecret(PASSPHRASE).map(Secret::resolve).orElse("");
        CommitSigner signer = kind.equals("ssh")
                ? CommitSigner.ssh(Path.of(key), passphrase)
                : CommitSigner.openPgp("gpg", key, passphrase);
        try {
            signer.check();
        } catch (SigningException e) {
            throw new ConfigException(path(KEY) + ": " + e.getMessage());
        }
        return signer;
    }

    private static ConfigDef places(ConfigDef def) {
        return def.define(
                        PUBLISH,
                        Type.STRING,
                        "branch",
                        ValidString.in("branch", "direct", "pull-request", "none"),
                        Importance.HIGH,
                        "Where the commit goes: to a branch of its own, to the tended branch itself, to one branch for which a"
                                + " pull request (merge request) is kept open on the forge, or nowhere.")
                .define(
                        BRANCH,
                        Type.STRING,
                        Publishing.DEFAULT.branchPattern(),
                        Importance.MEDIUM,
                        "Name of the garden branch; {date} stands for the date of the cycle, or for 'open' with pull requests."
                                + " It begins with graph-garden/, where stewards' edits are read before a merge.")
                .define(
                        ATTEMPTS,
                        Type.INT,
                        Publishing.DEFAULT.attempts(),
                        Range.between(1, 20),
                        Importance.LOW,
                        "How often a push is tried, each time on the newest head.")
                .define(
                        CLEAN_UP,
                        Type.STRING,
                        "all",
                        ValidString.in("all", "merged", "off"),
                        Importance.LOW,
                        "Which older garden branches are deleted after a publication: those that are merged and those that hold"
                                + " nothing but older garden commits (all), the merged ones, or none. One with a commit of a"
                                + " steward's never is.");
    }

    private static ConfigDef people(ConfigDef def) {
        return def.define(
                        AUTHOR_NAME,
                        Type.STRING,
                        Publishing.DEFAULT.author().name(),
                        new ConfigDef.NonEmptyString(),
                        Importance.LOW,
                        "Author and committer of the commits.")
                .define(
                        AUTHOR_EMAIL,
                        Type.STRING,
                        Publishing.DEFAULT.author().email(),
                        Importance.LOW,
                        "Their e-mail address; may be empty. A forge shows a signature as verified only when it knows this"
                                + " address as the key's owner's.")
                .define(
                        COMMITTER_NAME,
                        Type.STRING,
                        "",
                        Importance.LOW,
                        "Committer of the commits, where that is another than the author; empty for the author.")
                .define(
                        COMMITTER_EMAIL,
                        Type.STRING,
                        "",
                        Importance.LOW,
                        "The committer's e-mail address; may be empty.");
    }

    private static ConfigDef signing(ConfigDef def) {
        return def.define(
                        SIGN,
                        Type.STRING,
                        "off",
                        ValidString.in("off", "ssh", "openpgp"),
                        Importance.MEDIUM,
                        "How the commits are signed: not at all, with an SSH key, or by the program gpg.")
                .define(
                        KEY,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "What signs: the file of an SSH private key, or the id or fingerprint of a key that gpg has. A key that"
                                + " does not sign is told at the start.")
                .define(
                        PASSPHRASE,
                        Type.PASSWORD,
                        "",
                        Secret.onlyReferences(),
                        Importance.MEDIUM,
                        "Passphrase of the signing key; none for a key without one, or for gpg's own agent.");
    }

    private static String path(String key) {
        return PrunerSettings.NAME + "." + key;
    }
}
