package org.graphgarden.standalone.up;

import static org.graphgarden.standalone.up.UpException.Kind.CONFIGURATION;
import static org.graphgarden.standalone.up.UpException.Kind.INTERNAL;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.ingest.webhook.WebhookMetrics;
import org.graphgarden.ingest.webhook.Webhooks;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.CatalogueSchemas;
import org.graphgarden.registry.SchemaRegistryException;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.Route;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.standalone.GardenRights;
import org.graphgarden.standalone.broker.BrokerException;
import org.graphgarden.standalone.broker.HangingTransactions;
import org.graphgarden.standalone.registry.RegistryProcessException;
import org.graphgarden.standalone.tend.Cleanup;
import org.graphgarden.topics.TopicMismatchException;
import org.graphgarden.topics.TopicProvisioner;

/**
 * Starts services that keep running, and before them the broker and the registry unless others are joined. What was started is
 * closed by the cleanup within half a minute: intake first, so that nothing new comes; then the cycle that goes on is ended or
 * abandoned before its push; the broker last.
 */
public final class Up {
    private static final Duration INTAKE_LIMIT = Duration.ofMillis(6_000);
    private static final Duration SERVICES_LIMIT = Duration.ofMillis(8_500);
    private static final Duration REGISTRY_LIMIT = Duration.ofMillis(5_500);
    private static final Duration BROKER_LIMIT = Duration.ofMillis(8_000);
    private static final Duration MOMENT = Duration.ofMillis(500);

    /** Soon enough for others to take over a killed member's gardens, and for itself when it comes again. */
    private static final Map<String, String> NOTICED_SOON =
            Map.of("session.timeout.ms", "10000", "heartbeat.interval.ms", "3000");

    private final UpOptions options;
    private final Configuration written;
    private final StateFolder state;
    private final Cleanup cleanup;
    private final Consumer<String> progress;
    private final Clock clock = Clock.systemUTC();
    private final Health health = new Health();
    private final LateNotices notices = new LateNotices();

    /**
     * Something to be started.
     *
     * @param configuration as written, with the flags over it
     * @param state owned by this process
     * @param progress told in a line of what takes long
     */
    public Up(
            UpOptions options,
            Configuration configuration,
            StateFolder state,
            Cleanup cleanup,
            Consumer<String> progress) {
        this.options = options;
        this.written = configuration;
        this.state = state;
        this.cleanup = cleanup;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when all of it was started.
     *
     * @param cache the user's cache folder
     * @throws UpException when something cannot be started
     * @throws org.graphgarden.settings.ConfigurationException when the configuration cannot be used
     */
    public Addresses start(Path cache) {
        if (written.gardens().isEmpty()) {
            throw new UpException(
                    CONFIGURATION,
                    "no gardens are configured: name a file with --config that holds gardens.NAME.repositories");
        }
        try {
            return startAll(cache);
        } catch (BrokerException | RegistryProcessException | TopicMismatchException | SchemaRegistryException e) {
            throw new UpException(INTERNAL, String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            throw new UpException(INTERNAL, "the Kafka cluster cannot be used: " + e.getMessage(), e);
        }
    }

    private Addresses startAll(Path cache) {
        Addresses.withdraw(state);
        Configuration configuration = connected();
        Meters meters = cleanup.add("meters", new Meters(), MOMENT);
        KafkaClients clients = CommonSettings.kafka(configuration).observedBy(meters.clients());
        ServiceContext context = new ServiceContext(configuration, clients, state, meters, clock);
        AtomicBoolean verified = new AtomicBoolean();
        health.ready("topics", Check.that(verified::get, "not verified yet"));
        ServiceEdge edge = cleanup.add("edge", startEdge(context), INTAKE_LIMIT);
        startChildren(cache);
        if (!UpOptions.joinsCluster(written)) {
            cleanup.add("transactions", HangingTransactions.watch(clients.admin()), MOMENT);
        }
        verify(configuration, clients);
        notices.open(clients);
        verified.set(true);
        startServices(context, edge);
        Addresses addresses = new Addresses(
                String.valueOf(configuration.kafka().get("bootstrap.servers")),
                configuration.settings("schema-registry").getString("url"),
                edge.address().toString(),
                ProcessHandle.current().pid());
        addresses.tell(state);
        return addresses;
    }

    private Configuration connected() {
        Map<String, String> impatient = new TreeMap<>(NOTICED_SOON);
        impatient.keySet().removeAll(written.kafka().keySet());
        Configuration own = written.with(Map.of("kafka", impatient));
        return needsChildren() ? children().connect(own) : own;
    }

    private boolean needsChildren() {
        boolean joins = UpOptions.joinsCluster(written);
        if (joins && !UpOptions.joinsRegistry(written)) {
            throw new UpException(
                    CONFIGURATION,
                    "a cluster is joined, but it is not said where its schemas are: set --schema-registry or"
                            + " schema-registry.url");
        }
        if (!joins && options.services().size() < ServiceKind.values().length) {
            throw new UpException(
                    CONFIGURATION,
                    "a single service needs a cluster: set --bootstrap-servers or kafka.bootstrap.servers");
        }
        return !joins;
    }

    private Children children() {
        UpSettings settings = UpSettings.of(written);
        return new Children(state, settings, Ports.of(state, settings));
    }

    private void startChildren(Path cache) {
        if (!UpOptions.joinsCluster(written)) {
            Children children = children();
            progress.accept("starting the broker");
            include(cleanup.add("broker", children.startBroker(), BROKER_LIMIT));
            if (!UpOptions.joinsRegistry(written)) {
                progress.accept("starting the schema registry");
                include(cleanup.add("registry", children.startRegistry(cache, progress), REGISTRY_LIMIT));
            }
        }
    }

    private ServiceEdge startEdge(ServiceContext context) {
        List<Route> routes = new ArrayList<>();
        if (options.services().contains(ServiceKind.INGEST)) {
            routes.addAll(Webhooks.routes(
                    context.configuration(),
                    notices,
                    state.path().resolve("tmp"),
                    clock,
                    new WebhookMetrics(context.meters())));
        }
        if (options.services().contains(ServiceKind.PRUNER)) {
            routes.addAll(HealthRoutes.of(context));
            routes.addAll(PreviewRoutes.of(context));
        }
        EdgeSettings settings = EdgeSettings.of(context.configuration().settings("http"));
        return ServiceEdge.start(settings, health, context.meters(), routes);
    }

    private void verify(Configuration configuration, KafkaClients clients) {
        progress.accept("verifying topics and schemas");
        try (Admin admin = clients.admin()) {
            new TopicProvisioner(admin, CommonSettings.topics(configuration))
                    .require(GardenRights.topics(options.services()));
        }
        // A registry of our own that was killed meanwhile comes back.
        CatalogueSchemas.register(CommonSettings.registry(
                needsChildren()
                        ? configuration.with(Map.of("schema-registry", Map.of("patience", "90s")))
                        : configuration));
    }

    private void startServices(ServiceContext context, ServiceEdge edge) {
        progress.accept("starting services");
        Together workers = Together.of();
        Together intake = Together.of(edge, notices);
        if (options.services().contains(ServiceKind.INFERENCE)) {
            InferencePart inference = cleanup.add("models", new InferencePart(context), MOMENT);
            workers = workers.and(include(KeptAlive.begin("inference", inference)));
        }
        if (options.services().contains(ServiceKind.PRUNER)) {
            PrunerPart pruner = cleanup.add("pruner-metrics", new PrunerPart(context), MOMENT);
            workers = workers.and(include(KeptAlive.begin("pruner", pruner)));
            intake = intake.and(include(KeptAlive.begin("scheduler", new SchedulerPart(context))));
        }
        cleanup.add("services", workers, SERVICES_LIMIT);
        if (options.services().contains(ServiceKind.INGEST)) {
            intake = intake.and(include(KeptAlive.begin("ingest", new IngestPart(context))));
        }
        cleanup.add("intake", intake, INTAKE_LIMIT);
        cleanup.<AutoCloseable>add("addresses", () -> Addresses.withdraw(state), MOMENT);
    }

    private KeptAlive include(KeptAlive part) {
        health.include(part::health);
        return part;
    }
}
