package org.graphgarden.ingest.webhook;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Section;

/** The settings of webhooks. Repositories have further ones of their own. */
public final class WebhookSettings {

    static final String NAME = "webhook";
    static final String SECRETS = "secrets";

    /** How these settings are written. */
    public static final Section SECTION = Section.perGarden(
            NAME,
            "Who may hint over HTTP that a repository moved.",
            new ConfigDef()
                    .define(
                            SECRETS,
                            Type.LIST,
                            "",
                            Secret.onlyListsOfReferences(),
                            Importance.HIGH,
                            "What the webhooks of repositories without webhook-secrets are signed with. Any of them will do, so"
                                    + " that one can take over from another; at least 16 bytes each."));

    private WebhookSettings() {}
}
