package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelFileException;
import org.graphgarden.standalone.evaluate.EvaluateException;
import org.graphgarden.standalone.explain.UnknownSlugException;
import org.graphgarden.standalone.library.LibraryException;
import org.graphgarden.standalone.library.ReadOptions;
import org.graphgarden.standalone.tend.TendException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of the commands that infer from a library without the pipeline. */
final class LibraryFlags {
    @Option(names = "--branch", paramLabel = "B", description = "Branch to read. Default: the repository's own.")
    private @Nullable String branch;

    @Option(names = "--model", paramLabel = "FILE", description = "Model file, as 'garden fit' writes it.")
    private @Nullable Path model;

    @Option(names = "--no-embedding", description = "Do without the sentence model.")
    private boolean noEmbedding;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder kept between runs to be faster. Default: $XDG_CACHE_HOME/graph-garden or"
                    + " ~/.cache/graph-garden.")
    private @Nullable Path state;

    ReadOptions reading() {
        Path folder =
                state == null ? DefaultFolders.state(System.getenv(), System.getProperty("user.home", ".")) : state;
        return new ReadOptions(branch, folder, !noEmbedding);
    }

    /** The models, by the name of the sentence model; the file is read here, before anything that takes long. */
    Function<String, CorpusModels> models() {
        ModelFile file = model();
        return sentences -> new CorpusModels(file, sentences);
    }

    /** The model file that was named, or the one that ships. */
    ModelFile model() {
        return model == null ? ModelFile.shipped() : ModelFile.read(model);
    }

    /** What the action gives, or the reason why not as a line and an exit code. */
    static <T> T explained(Supplier<T> action) {
        try {
            return action.get();
        } catch (LibraryException e) {
            throw new CommandException(ExitCode.REPOSITORY, message(e));
        } catch (EvaluateException | UnknownSlugException | ModelFileException | TendException e) {
            throw new CommandException(ExitCode.USAGE, message(e));
        }
    }

    private static String message(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
}
