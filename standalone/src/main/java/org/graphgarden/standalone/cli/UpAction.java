package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.graphgarden.inference.model.ModelFileException;
import org.graphgarden.runtime.logs.LogFormat;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.standalone.registry.RegistryProcessException;
import org.graphgarden.standalone.tend.Cleanup;
import org.graphgarden.standalone.up.Addresses;
import org.graphgarden.standalone.up.StateFolder;
import org.graphgarden.standalone.up.Up;
import org.graphgarden.standalone.up.UpException;
import org.graphgarden.standalone.up.UpOptions;

/**
 * Keeps services running until the process is told to stop.
 *
 * @param console where to speak
 */
record UpAction(Console console) {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    ExitCode run(UpOptions options) {
        try (Cleanup cleanup = new Cleanup()) {
            try {
                Configuration configuration = options.configuration();
                LogFormat format = LogFormat.of(configuration.settings("log"));
                StateFolder state = cleanup.add("state", StateFolder.open(options.state(configuration)), MOMENT);
                // Native libraries are unpacked there, and a killed process deletes nothing.
                System.setProperty("java.io.tmpdir", state.emptied("tmp").toString());
                format.use();
                Path cache = DefaultFolders.state(System.getenv(), System.getProperty("user.home", "."));
                Addresses addresses = new Up(options, configuration, state, cleanup, this::say).start(cache);
                say("broker    " + addresses.bootstrapServers());
                say("registry  " + addresses.schemaRegistry());
                say("http      " + addresses.edge() + "  /health/live  /health/ready  /metrics  /webhooks/<forge>");
                say("running; Ctrl-C stops it");
                new CountDownLatch(1).await();
                return ExitCode.DONE;
            } catch (UpException e) {
                throw failure(cleanup, e.kind() == UpException.Kind.INTERNAL ? ExitCode.INTERNAL : ExitCode.USAGE, e);
            } catch (ConfigurationException | ModelFileException e) {
                throw failure(cleanup, ExitCode.USAGE, e);
            } catch (RegistryProcessException e) {
                throw failure(cleanup, ExitCode.INTERNAL, e);
            } catch (InterruptedException e) {
                return ExitCode.INTERRUPTED;
            }
        }
    }

    /** What fails while the process is being stopped from outside is of no interest. */
    private static CommandException failure(Cleanup cleanup, ExitCode code, RuntimeException e) {
        return cleanup.aborted()
                ? new CommandException(ExitCode.INTERRUPTED, "stopped")
                : new CommandException(code, Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }

    /** To standard error: standard output is the log's. */
    private void say(String line) {
        console.err().println("garden: " + line);
    }
}
