package org.graphgarden.standalone.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.Route;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.standalone.health.HealthForm;
import org.graphgarden.standalone.health.HealthReader;
import org.graphgarden.standalone.health.Standing;

/** What the edge tells of each garden's health, as its newest cycle left it. */
final class HealthRoutes {
    /** The page needs its own style and nothing else, whatever stands in it. */
    private static final Map<String, String> CAUTION = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");

    /** Somebody waits for the answer. */
    private static final Map<String, Object> SOON =
            Map.of("default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000);

    private static final String RETRY_SECONDS = "10";

    private HealthRoutes() {}

    /** {@code /gardens/NAME/health} as JSON, and with {@code .md} and {@code .html} behind it in these forms. */
    static List<Route> of(ServiceContext context) {
        KafkaClients clients = context.clients().with(SOON);
        List<Route> routes = new ArrayList<>();
        for (GardenSettings garden : context.configuration().gardens()) {
            String path = "/gardens/" + garden.name() + "/health";
            routes.add(route(path, HealthForm.JSON, garden.name(), clients));
            for (HealthForm form : HealthForm.values()) {
                routes.add(route(path + form.ending(), form, garden.name(), clients));
            }
        }
        return routes;
    }

    private static Route route(String path, HealthForm form, String garden, KafkaClients clients) {
        return Route.get(path, Route.Access.TOKEN, call -> answer(form, garden, clients));
    }

    private static Answer answer(HealthForm form, String garden, KafkaClients clients) {
        try {
            return HealthReader.ofTopic(clients, garden)
                    .map(standing -> told(form, standing))
                    .orElse(Answer.line(404, "no cycle of garden " + garden + " has told its health yet"));
        } catch (KafkaException e) {
            return Answer.line(503, "the cluster does not answer").with("Retry-After", RETRY_SECONDS);
        }
    }

    private static Answer told(HealthForm form, Standing standing) {
        return new Answer(200, CAUTION, form.contentType(), form.write(standing), false);
    }
}
