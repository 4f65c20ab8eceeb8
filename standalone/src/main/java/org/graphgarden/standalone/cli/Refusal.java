package org.graphgarden.standalone.cli;

import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.graphgarden.registry.SchemaRegistryException;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.standalone.tend.TendException;
import org.graphgarden.standalone.tended.TendedException;
import org.graphgarden.standalone.up.UpException;

/** Turns what is expected to go wrong with what keeps running, or with a repository, into one line and an exit code. */
final class Refusal {
    private Refusal() {}

    /** What the action gives, or the reason why not. */
    static <T> T explained(Supplier<T> action) {
        try {
            return action.get();
        } catch (UpException e) {
            throw new CommandException(
                    e.kind() == UpException.Kind.INTERNAL ? ExitCode.INTERNAL : ExitCode.USAGE, message(e));
        } catch (TendedException e) {
            throw new CommandException(code(e.kind()), message(e));
        } catch (TendException e) {
            throw new CommandException(code(e.kind()), message(e));
        } catch (ConfigurationException | ConfigException e) {
            // Kafka counts what is wrong with a setting among its own troubles, but no cluster was asked.
            throw new CommandException(ExitCode.USAGE, message(e));
        } catch (SchemaRegistryException | KafkaException e) {
            throw new CommandException(ExitCode.INTERNAL, "the cluster does not answer: " + message(e));
        }
    }

    private static ExitCode code(TendException.Kind kind) {
        return switch (kind) {
            case INTERNAL -> ExitCode.INTERNAL;
            case CONFIGURATION -> ExitCode.USAGE;
            case REPOSITORY -> ExitCode.REPOSITORY;
        };
    }

    private static ExitCode code(TendedException.Kind kind) {
        return switch (kind) {
            case USAGE -> ExitCode.USAGE;
            case REPOSITORY -> ExitCode.REPOSITORY;
            case REFUSED -> ExitCode.INTERNAL;
        };
    }

    private static String message(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
}
