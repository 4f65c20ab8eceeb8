package org.graphgarden.standalone.tend;

import java.nio.file.Path;
import java.util.List;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.pruner.cycle.HealthRecords;
import org.graphgarden.standalone.health.HealthForm;
import org.graphgarden.standalone.health.Standing;

/** Files of a garden's health, each in the form that the ending of its name asks for. */
final class HealthFile {
    private static final String FLAG = "--health";

    private HealthFile() {}

    /** Refuses files that cannot be written, before the work begins. */
    static void check(List<Path> files) {
        files.forEach(file -> {
            form(file);
            OutputFile.check(FLAG, file);
        });
    }

    /** Writes them; none when the cycle does not tell, because it failed. */
    static void write(List<Path> files, PruneCycle cycle) {
        HealthRecords.of(cycle)
                .map(health -> new Standing(cycle.getGarden(), health))
                .ifPresent(standing -> files.forEach(file -> OutputFile.write(
                        FLAG, file, writer -> writer.write(form(file).write(standing)))));
    }

    private static HealthForm form(Path file) {
        return HealthForm.of(file)
                .orElseThrow(() -> new TendException(
                        TendException.Kind.CONFIGURATION,
                        FLAG + " " + file + " says nothing of its form; let its name end in .html, .md or .json"));
    }
}
