package org.graphgarden.ingest.webhook;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Section;

/** The settings of webhooks. Repositories have further ones of their own. */
public final class WebhookSettings {

    static final String NAME = "webhook";
    static final String SECRETS = "secrets";
    static final String DELIVERIES = "deliveries-per-minute";

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
                                    + " that one can take over from another; at least 16 bytes each.")
                    .define(
                            DELIVERIES,
                            Type.INT,
                            1200,
                            Range.between(0, 1_000_000),
                            Importance.LOW,
                            "Most deliveries of one repository that each cause a look in a minute, all at once or one after the other;"
                                    + " of more than these one at the end does, and they get 202 as well. 0: any number."));

    private WebhookSettings() {}
}
