package org.graphgarden.standalone.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.inference.chat.AnswerShelf;
import org.graphgarden.inference.chat.LanguageModelSettings;
import org.graphgarden.inference.chat.LanguageModelUse;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.garden.WholeTexts;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.CachedSentenceModel;
import org.graphgarden.inference.profile.MiniLmSentenceModel;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceMetrics;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.PipelineMeters;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;
import org.rocksdb.NativeLibraryLoader;

/** The inference service, as often as it is started; its models and meters go on. */
final class InferencePart implements KeptAlive.Start, AutoCloseable {
    private final ServiceContext context;
    private final InferenceSettings settings;
    private final ModelFile weights;
    private final InferenceMetrics metrics;
    private final Optional<MiniLmSentenceModel> model;
    private final Optional<LanguageModelUse> languageModel;
    private volatile @Nullable InferenceService current;

    InferencePart(ServiceContext context) {
        this.context = context;
        this.settings = InferenceSettings.of(context.configuration().settings("inference"));
        this.weights = ModelFile.named(settings.model());
        this.languageModel = LanguageModelSettings.of(context.configuration().settings(LanguageModelSettings.NAME))
                .map(chosen -> new LanguageModelUse(chosen, AnswerShelf.NONE));
        this.metrics = new InferenceMetrics(context.meters(), context.clock());
        keepNativeLibrariesIn(context.state());
        tellOwners();
        this.model = settings.embedding() ? Optional.of(new MiniLmSentenceModel(1)) : Optional.empty();
    }

    private void tellOwners() {
        int partitions = CommonSettings.topics(context.configuration()).gardenPartitions();
        context.configuration().gardens().forEach(garden -> {
            Topic topic = Topic.PUSHES_CLOSED;
            TopicPartition partition =
                    new TopicPartition(topic.topicName(), topic.partition(garden.name(), partitions));
            context.meters().gauge(PipelineMeters.OWNER, () -> owns(partition) ? 1 : 0, garden.name(), "inference");
        });
    }

    private boolean owns(TopicPartition partition) {
        InferenceService service = current;
        return service != null && service.alive() && service.owns(partition);
    }

    /** Left to itself RocksDB unpacks its library where a killed process leaves it behind. */
    private static void keepNativeLibrariesIn(StateFolder state) {
        try {
            NativeLibraryLoader.getInstance().loadLibrary(state.folder("tmp").toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the store's native library cannot be unpacked", e);
        }
    }

    @Override
    public Running start() {
        SentenceModel sentences = model.<SentenceModel>map(
                        real -> new CachedSentenceModel(real, context.state().folder("embeddings")))
                .orElse(SentenceModel.NONE);
        CompletableFuture<String> failure = new CompletableFuture<>();
        InferenceService service = new InferenceService(
                settings,
                context.clients(),
                sentences,
                new WholeTexts(new CorpusModels(weights, sentences.name()), sentences, settings.wholeTexts()),
                context.state().folder("streams"),
                metrics,
                languageModel,
                cause -> failure.complete(cause.toString()));
        Health health = new Health();
        metrics.watch(service, health);
        service.start();
        current = service;
        return Running.of(() -> ended(failure, service), health, () -> {
            metrics.close();
            service.close();
        });
    }

    private static Optional<String> ended(CompletableFuture<String> failure, InferenceService service) {
        return Optional.ofNullable(failure.getNow(service.alive() ? null : "its threads died; the log says of what"));
    }

    @Override
    public void close() {
        model.ifPresent(MiniLmSentenceModel::close);
    }
}
