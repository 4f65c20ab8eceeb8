package org.graphgarden.standalone.tend;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.git.BareClone;
import org.graphgarden.inference.chat.LanguageModelSettings;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelFileException;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.BrokerException;
import org.graphgarden.standalone.broker.BrokerProcess;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicMismatchException;
import org.graphgarden.topics.TopicProvisioner;
import org.jspecify.annotations.Nullable;

/**
 * One run of the whole pipeline over one repository: broker, topics, services; import, then a prune request behind it, then
 * the cycle that answers it. Everything between the services goes through the topics, and so does what is reported.
 */
public final class TendRun {
    private static final Duration BROKER_DEADLINE = Duration.ofSeconds(60);
    private static final Duration BROKER_CLOSE = Duration.ofSeconds(8);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(120);
    private static final List<Topic> FOLLOWED =
            List.of(Topic.PUSHES_CLOSED, Topic.AFFIRMATIONS, Topic.PRUNE_CYCLES, Topic.DEAD_LETTERS);

    private final TendOptions options;
    private final TendConfiguration settings;
    private final RunFolder run;
    private final Services services;
    private final Timings timings;
    private final Cleanup cleanup;
    private final Alarm alarm = new Alarm();
    private final Duration patience;

    private final Map<String, PushClosed> pushes = new TreeMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private @Nullable PruneCycle cycle;

    TendRun(
            TendOptions options,
            TendConfiguration settings,
            RunFolder run,
            Progress progress,
            Cleanup cleanup,
            Services services) {
        this.options = options;
        this.settings = settings;
        this.run = run;
        this.services = services;
        this.cleanup = cleanup;
        this.timings = new Timings(progress, System::nanoTime);
        this.patience = patience(settings);
    }

    /**
     * A run with the real services.
     *
     * @throws TendException when options or configuration cannot be used
     */
    public static TendRun of(TendOptions options, RunFolder run, Progress progress, Cleanup cleanup) {
        TendConfiguration settings = TendConfiguration.of(options, GardenDeclarations.ALL, TendFlags.of(options));
        return new TendRun(options, settings, run, progress, cleanup, new GardenServices(model(settings)));
    }

    /** Read before anything is started. */
    private static Function<String, GardenInference.Models> model(TendConfiguration settings) {
        InferenceSettings inference =
                InferenceSettings.of(settings.configuration().settings("inference"));
        try {
            ModelFile file = ModelFile.named(inference.model());
            return sentences -> new CorpusModels(file, sentences);
        } catch (ModelFileException e) {
            throw new TendException(
                    TendException.Kind.CONFIGURATION, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    /**
     * Runs and reports; what was started is closed by the cleanup.
     *
     * @throws TendException when it cannot be finished
     */
    public TendResult run() {
        OutputFile.check("--diff", options.diff());
        OutputFile.check("--report", options.report());
        OutputFile.check("--enriched", options.enriched());
        HealthFile.check(options.health());
        KafkaClients clients = startBroker();
        return alarm.guard(() -> tend(clients));
    }

    private KafkaClients startBroker() {
        timings.begin(Stage.BROKER);
        try {
            BrokerProcess broker = BrokerProcess.start(run, BROKER_DEADLINE);
            // Its data goes with the run, so there is nothing for it to put in order.
            cleanup.<AutoCloseable>add("broker", broker::kill, BROKER_CLOSE);
            broker.death()
                    .thenAccept(words -> alarm.raise(new TendException(
                            TendException.Kind.INTERNAL, "the broker ended in the middle of the run, " + words)));
            Configuration connected = settings.configuration()
                    .with(Map.of("kafka", Map.of("bootstrap.servers", broker.bootstrapServers())));
            KafkaClients clients = CommonSettings.kafka(connected);
            try (Admin admin = clients.admin()) {
                new TopicProvisioner(admin, CommonSettings.topics(connected)).provision();
            }
            timings.end(Stage.BROKER, "ready");
            return clients;
        } catch (BrokerException | TopicMismatchException e) {
            throw new TendException(TendException.Kind.INTERNAL, "the broker could not be used: " + e.getMessage(), e);
        }
    }

    private TendResult tend(KafkaClients clients) {
        RunContext context = new RunContext(
                settings.configuration(),
                settings.garden(),
                clients,
                run.path(),
                options.state(),
                timings,
                alarm,
                cleanup);
        services.startReaders(context);
        timings.begin(Stage.IMPORT);
        services.startIngest(context);
        try (TopicFollower follower = new TopicFollower(clients, garden(), FOLLOWED)) {
            Set<String> repositories = Set.copyOf(settings.garden().repositories().stream()
                    .map(RepositorySettings::name)
                    .toList());
            await(follower, () -> pushes.keySet().containsAll(repositories));
            String id = settings.cycle(options, lastPush().getCommit());
            request(clients, id);
            await(follower, () -> cycle != null && cycle.getCycle().equals(id));
        }
        return result(context);
    }

    private void await(TopicFollower follower, BooleanSupplier arrived) {
        while (!arrived.getAsBoolean()) {
            follower.poll(this::receive);
            alarm.check();
            if (timings.idleMillis() > patience.toMillis()) {
                throw new TendException(
                        TendException.Kind.INTERNAL,
                        "nothing moved for " + patience.toSeconds() + " seconds; run again with --verbose to see why");
            }
        }
    }

    /** A question to a language model may take its time. */
    private static Duration patience(TendConfiguration settings) {
        try {
            Optional<LanguageModelSettings> languageModel =
                    LanguageModelSettings.of(settings.configuration().settings(LanguageModelSettings.NAME));
            languageModel.ifPresent(LanguageModelSettings::requireKey);
            return languageModel
                    .map(LanguageModelSettings::longestQuestion)
                    .orElse(Duration.ZERO)
                    .plus(NO_PROGRESS);
        } catch (ConfigurationException e) {
            throw new TendException(
                    TendException.Kind.CONFIGURATION, Objects.requireNonNullElse(e.getMessage(), e.toString()), e);
        }
    }

    private void receive(SpecificRecord event) {
        if (event instanceof PushClosed push) {
            pushes.put(push.getRepository(), push);
            timings.end(
                    Stage.IMPORT,
                    String.format(Locale.ROOT, "%,d patterns, %,d other files", push.getChanges(), push.getIgnored()));
        } else if (event instanceof Affirmation affirmation) {
            timings.end(Stage.PROFILE, "");
            timings.end(Stage.INFER, String.format(Locale.ROOT, "%,d patterns", affirmation.getPatterns()));
            timings.begin(Stage.PRUNE);
        } else if (event instanceof PruneCycle pruned) {
            cycle = pruned;
            timings.end(Stage.PRUNE, String.format(Locale.ROOT, "%,d sections revised", pruned.getRevisedSections()));
        } else if (event instanceof DeadLetter letter) {
            letters.add(letter);
        }
    }

    private PushClosed lastPush() {
        return Objects.requireNonNull(
                pushes.get(settings.garden().repositories().get(0).name()));
    }

    private void request(KafkaClients clients, String id) {
        try (PruneRequests requests = new PruneRequests(clients)) {
            requests.ask(PruneRequests.asked(
                    garden(),
                    id,
                    options.date(),
                    options.dryRun(),
                    pushes.values(),
                    Clock.systemUTC().instant()));
        }
    }

    private TendResult result(RunContext context) {
        TopicReader reader = TopicReader.settled(context.clients());
        List<EnrichedPattern> enriched =
                List.copyOf(reader.readTable(Topic.ENRICHED_PATTERNS, garden(), EnrichedPattern.class)
                        .values());
        List<SectionRevision> revisions =
                reader.readToEnd(Topic.SECTION_REVISIONS, garden(), SectionRevision.class).stream()
                        .map(record -> record.value())
                        .sorted(Comparator.comparing(SectionRevision::getSlug))
                        .toList();
        PruneCycle done = Objects.requireNonNull(cycle);
        String diff = options.showDiff() || options.diff() != null ? diff(context, done) : "";
        TendResult result = new TendResult(
                options.address(),
                lastPush(),
                done,
                revisions,
                enriched,
                Refused.of(letters, done),
                services.leftOut(),
                diff,
                timings.millis());
        OutputFile.write("--diff", options.diff(), file -> file.write(diff));
        OutputFile.write("--report", options.report(), file -> file.write(ReportFile.write(result)));
        HealthFile.write(options.health(), done);
        OutputFile.write("--enriched", options.enriched(), file -> EnrichedFile.write(enriched, file));
        return result;
    }

    private String diff(RunContext context, PruneCycle done) {
        StringBuilder diff = new StringBuilder();
        for (RepositorySettings repository : settings.garden().repositories()) {
            BareClone clone = services.clone(context, repository);
            done.getCommits().stream()
                    .filter(commit -> commit.getRepository().equals(repository.name()))
                    .forEach(commit -> diff.append(CycleDiff.of(clone, commit.getCommit())));
        }
        return diff.toString();
    }

    private String garden() {
        return settings.garden().name();
    }
}
