package org.graphgarden.standalone.tend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.git.BareClone;
import org.graphgarden.inference.chat.AnswerFolder;
import org.graphgarden.inference.chat.LanguageModelSettings;
import org.graphgarden.inference.chat.LanguageModelUse;
import org.graphgarden.inference.curated.Trusted;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.garden.WholeTexts;
import org.graphgarden.inference.profile.CachedSentenceModel;
import org.graphgarden.inference.profile.MiniLmSentenceModel;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceListener;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenSites;
import org.rocksdb.NativeLibraryLoader;

/** The real services. */
final class GardenServices implements Services {
    private final Function<String, GardenInference.Models> models;
    private final Map<String, BareClone> clones = new TreeMap<>();
    private volatile List<Trusted.Finding> leftOut = List.of();

    /**
     * Services that infer with these models.
     *
     * @param models makes the models from the name of the sentence model
     */
    GardenServices(Function<String, GardenInference.Models> models) {
        this.models = models;
    }

    @Override
    public void startReaders(RunContext context) {
        startInference(context);
        startPruner(context);
    }

    private void startInference(RunContext context) {
        keepNativeLibrariesIn(context.work());
        InferenceSettings settings =
                InferenceSettings.of(context.configuration().settings("inference"));
        SentenceModel sentences = sentences(context, settings);
        InferenceService inference = context.closing(
                "inference",
                new InferenceService(
                        settings,
                        context.clients(),
                        sentences,
                        new WholeTexts(models.apply(sentences.name()), sentences, settings.wholeTexts()),
                        context.work().resolve("streams"),
                        new InferenceProgress(context.timings(), findings -> leftOut = findings),
                        languageModel(context),
                        failure -> context.alarm()
                                .raise(new TendException(
                                        TendException.Kind.INTERNAL, "inference failed: " + failure, failure))));
        inference.start();
    }

    /** The broker goes with the run; what was paid for stays. */
    private static Optional<LanguageModelUse> languageModel(RunContext context) {
        Path folder = context.state().resolve("language-model");
        return LanguageModelSettings.of(context.configuration().settings(LanguageModelSettings.NAME))
                .map(settings -> new LanguageModelUse(settings, new AnswerFolder(folder)));
    }

    /** Left to itself RocksDB unpacks its library where a killed process leaves it behind. Loaded once for a process. */
    private static void keepNativeLibrariesIn(Path work) {
        try {
            NativeLibraryLoader.getInstance()
                    .loadLibrary(Files.createDirectories(work.resolve("tmp")).toString());
        } catch (IOException e) {
            throw new TendException(
                    TendException.Kind.INTERNAL, "the store's native library cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /** Computed once for each text, whatever run asks for it. */
    private static SentenceModel sentences(RunContext context, InferenceSettings settings) {
        if (!settings.embedding()) {
            return SentenceModel.NONE;
        }
        MiniLmSentenceModel model = context.closing("sentence-model", new MiniLmSentenceModel(1));
        return new CachedSentenceModel(model, context.state().resolve("embeddings"));
    }

    private void startPruner(RunContext context) {
        PrunedGarden pruned = new GardenSites(context.configuration())
                .pruned(context.garden(), repository -> clone(context, repository));
        PrunerService pruner = context.closing(
                "pruner",
                new PrunerService(PrunerService.Setup.of(
                        context.clients(), List.of(pruned), new PruneProgress(context.timings()))));
        pruner.start();
    }

    @Override
    public List<Trusted.Finding> leftOut() {
        return leftOut;
    }

    @Override
    public BareClone clone(RunContext context, RepositorySettings repository) {
        return clones.computeIfAbsent(
                repository.name(),
                name -> context.closing(
                        "clone",
                        new GardenSites(context.configuration())
                                .clone(context.work().resolve("pruner").resolve(name), repository)));
    }

    @Override
    public void startIngest(RunContext context) {
        IngestSettings settings = IngestSettings.of(context.configuration().settings("ingest"));
        IngestService ingest = context.closing(
                "ingest",
                new IngestService(
                        settings,
                        List.of(GardenSource.of(context.garden(), settings)),
                        context.clients(),
                        context.work().resolve("ingest"),
                        Clock.systemUTC(),
                        new IngestProgress(context)));
        ingest.start();
    }

    private record InferenceProgress(Timings timings, Consumer<List<Trusted.Finding>> leftOut)
            implements InferenceListener {
        @Override
        public void read(String garden, Trusted curated) {
            leftOut.accept(curated.leftOut());
        }

        @Override
        public void profiled(String garden) {
            timings.step(Stage.PROFILE, 0);
        }

        @Override
        public void inferred(String garden, int patterns) {
            timings.end(Stage.PROFILE, "");
            timings.step(Stage.INFER, patterns);
        }

        @Override
        public void asked(String garden, String outcome, int promptTokens, int answerTokens) {
            timings.move();
        }
    }

    private record PruneProgress(Timings timings) implements CycleListener {
        @Override
        public void read(CycleMark mark, int patterns) {
            timings.update(Stage.PRUNE, 0, patterns);
        }
    }

    private record IngestProgress(RunContext context) implements IngestListener {
        @Override
        public void unreachable(String garden, String repository, AccessFailure failure) {
            context.alarm()
                    .raise(new TendException(
                            TendException.Kind.REPOSITORY,
                            failure.message() + "; " + failure.code().remedy()));
        }

        @Override
        public void writing(String garden, String repository, int done, int total) {
            context.timings().update(Stage.IMPORT, done, total);
        }
    }
}
