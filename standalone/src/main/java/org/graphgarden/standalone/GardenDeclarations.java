package org.graphgarden.standalone;

import org.graphgarden.inference.chat.LanguageModelSettings;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.webhook.WebhookSettings;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.logs.LogFormat;
import org.graphgarden.settings.Declarations;
import org.graphgarden.standalone.up.UpSettings;

/** Every section that the {@code garden} command knows, in the order of the reference. */
public final class GardenDeclarations {
    /** All of them. */
    public static final Declarations ALL = Declarations.with(
            IngestSettings.SECTION,
            InferenceSettings.SECTION,
            LanguageModelSettings.SECTION,
            PrunerSettings.SECTION,
            WebhookSettings.SECTION,
            EdgeSettings.SECTION,
            LogFormat.SECTION,
            UpSettings.SECTION);

    private GardenDeclarations() {}
}
