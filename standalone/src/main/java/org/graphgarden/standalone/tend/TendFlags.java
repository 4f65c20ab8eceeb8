package org.graphgarden.standalone.tend;

import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.settings.EnumWords;

/** Flags of the command line as settings; they win over the file. */
final class TendFlags {
    private TendFlags() {}

    static Map<String, ?> of(TendOptions options) {
        Map<String, Object> prune = new TreeMap<>();
        if (options.publish() != null) {
            prune.put(PrunerSettings.PUBLISH, EnumWords.of(options.publish()));
        }
        if (options.only() != null) {
            prune.put(PrunerSettings.ONLY, options.only());
        }
        if (options.maxFiles() != null) {
            prune.put(PrunerSettings.MAX_FILES, options.maxFiles().toString());
        }
        if (options.olderFiles() != null) {
            prune.put(PrunerSettings.OLDER_FILES, options.olderFiles() ? "on" : "off");
        }
        Map<String, Object> flags = new TreeMap<>();
        if (!prune.isEmpty()) {
            flags.put(PrunerSettings.NAME, prune);
        }
        if (options.model() != null) {
            flags.put(
                    InferenceSettings.NAME,
                    Map.of(InferenceSettings.MODEL, options.model().toString()));
        }
        return flags;
    }
}
