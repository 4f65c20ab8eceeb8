package org.graphgarden.standalone.tend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TendRunTest {
    private final Path temp;
    private final Path report;

    TendRunTest(@TempDir Path temp) {
        this.temp = temp;
        this.report = temp.resolve("report.json");
    }

    @Test
    void shouldAskBehindTheImportAndReportWhatTheTopicsTell() throws Exception {
        // when
        TendResult result = run(new ScriptedServices());
        // then
        assertThat(result.push().getSequence()).isEqualTo(1);
        assertThat(result.cycle().getCycle()).startsWith("2026-03-01.012345678901.");
        assertThat(result.refused())
                .extracting(Refused::path, Refused::line, Refused::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("bad.md", 3, "INVALID_YAML"));
        assertThat(Summary.of(result)).anyMatch(line -> line.contains("Nothing to change"));
        assertThat(report).content().contains("\"outcome\" : \"nothing-to-change\"", "\"code\" : \"INVALID_YAML\"");
        assertThat(temp).isDirectoryNotContaining("glob:**/graph-garden-*");
    }

    @Test
    void shouldSayThatTheBrokerEndedWhenItIsKilledMeanwhile() {
        // given
        Services killer = new ScriptedServices() {
            @Override
            public void startIngest(RunContext context) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            }
        };
        // when, then
        assertThatThrownBy(() -> run(killer))
                .isInstanceOf(TendException.class)
                .hasMessageContaining("the broker ended in the middle of the run");
        assertThat(temp).isDirectoryNotContaining("glob:**/graph-garden-*");
    }

    @Test
    void shouldStopWhenAServiceFails() {
        // given
        Services failing = new ScriptedServices() {
            @Override
            public void startIngest(RunContext context) {
                context.alarm().raise(new TendException(TendException.Kind.REPOSITORY, "no such host"));
            }
        };
        // when, then
        assertThatThrownBy(() -> run(failing)).isInstanceOf(TendException.class).hasMessage("no such host");
    }

    private TendResult run(Services services) throws Exception {
        Path repository = Files.createDirectories(temp.resolve("My Library"));
        TendOptions options = new Asked(repository.toString(), LocalDate.of(2026, 3, 1), temp.resolve("state"))
                .showDiff()
                .report(report)
                .options();
        try (Cleanup cleanup = new Cleanup()) {
            RunFolder run = cleanup.add("run-folder", RunFolder.create(temp), java.time.Duration.ofSeconds(10));
            TendConfiguration settings = TendConfiguration.of(options, GardenDeclarations.ALL, Map.of());
            assertThat(settings.garden().name()).isEqualTo("my-library");
            return new TendRun(options, settings, run, Progress.SILENT, cleanup, services).run();
        }
    }
}
