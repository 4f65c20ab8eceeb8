package org.graphgarden.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A registry on a loopback port that speaks the documented protocol, and misbehaves when it is told to. */
final class RegistryServer implements AutoCloseable {

    static final String STALL = "stall";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockSchemaRegistry schemas = new MockSchemaRegistry();
    private final Map<String, String> levels = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Reply> misbehaviour = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;
    private volatile @Nullable String authorization;
    private volatile boolean levelsAreForAdministrators;
    private volatile String globalLevel = "BACKWARD";

    private RegistryServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static RegistryServer start() throws IOException {
        return start(0);
    }

    static RegistryServer start(int port) throws IOException {
        return new RegistryServer(HttpServer.create(loopback(port), 0), "http");
    }

    static RegistryServer startTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new RegistryServer(server, "https");
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    URI url() {
        return URI.create(scheme + "://localhost:" + port() + "/api");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked so far, as {@code METHOD path}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }

    void demand(String header) {
        authorization = header;
    }

    void setGlobalLevel(String level) {
        globalLevel = level;
    }

    void reserveLevelsForAdministrators() {
        levelsAreForAdministrators = true;
    }

    Optional<String> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    MockSchemaRegistry schemas() {
        return schemas;
    }

    /** The next requests are answered like this, whatever they ask. */
    void answerNext(int status, String body, int times) {
        for (int i = 0; i < times; i++) {
            misbehaviour.add(new Reply(status, body));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath().substring("/api".length());
        requests.add(exchange.getRequestMethod() + " " + path);
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Reply forced = misbehaviour.poll();
        Reply reply = forced != null ? forced : allowed(exchange) ? answer(exchange, path, body) : error(401, 40101);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.getResponseHeaders().add("Location", "http://elsewhere/");
        exchange.sendResponseHeaders(
                reply.status(), bytes.length + (reply.body().equals(STALL) ? 1 : 0));
        OutputStream out = exchange.getResponseBody();
        out.write(bytes);
        out.flush();
        if (!reply.body().equals(STALL)) {
            exchange.close();
        }
    }

    private boolean allowed(HttpExchange exchange) {
        String wanted = authorization;
        return wanted == null || wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Reply answer(HttpExchange exchange, String path, JsonNode body) {
        String[] parts = path.substring(1).split("/");
        String route = exchange.getRequestMethod() + " " + parts[0] + " " + parts.length;
        return switch (route) {
            case "POST subjects 2" -> find(parts[1], body);
            case "POST subjects 3" -> register(parts[1], body);
            case "GET subjects 4" ->
                schemas.latest(parts[1]).map(it -> version(parts[1], it)).orElseGet(() -> error(404, 40401));
            case "GET schemas 3" -> byId(Integer.parseInt(parts[2]));
            case "POST compatibility 4" -> problems(parts[2], body);
            case "GET config 2" ->
                ok(node -> node.put("compatibilityLevel", levels.getOrDefault(parts[1], globalLevel)));
            case "PUT config 2" -> {
                if (levelsAreForAdministrators) {
                    yield error(403, 40301);
                }
                levels.put(parts[1], body.path("compatibility").asText());
                yield ok(node ->
                        node.put("compatibility", body.path("compatibility").asText()));
            }
            default -> new Reply(404, "<html>no such page</html>");
        };
    }

    private Reply find(String subject, JsonNode body) {
        return schemas.find(subject, parse(body))
                .map(it -> version(subject, it))
                .orElseGet(() -> error(404, schemas.latest(subject).isPresent() ? 40403 : 40401));
    }

    private Reply register(String subject, JsonNode body) {
        try {
            int id = schemas.register(subject, parse(body));
            return ok(node -> node.put("id", id));
        } catch (SchemaRegistryException e) {
            return error(409, 409);
        }
    }

    private Reply byId(int id) {
        try {
            String schema = schemas.byId(id).toString();
            return ok(node -> node.put("schema", schema));
        } catch (SchemaRegistryException e) {
            return error(404, 40403);
        }
    }

    private Reply problems(String subject, JsonNode body) {
        List<String> problems = schemas.problems(subject, parse(body));
        return ok(node -> {
            node.put("is_compatible", problems.isEmpty());
            problems.forEach(node.putArray("messages")::add);
            return node;
        });
    }

    private static Reply version(String subject, RegisteredSchema it) {
        return ok(node -> node.put("subject", subject)
                .put("id", it.id())
                .put("version", it.version())
                .put("schema", it.schema().toString()));
    }

    private static Schema parse(JsonNode body) {
        return new Schema.Parser().parse(body.path("schema").asText());
    }

    private static Reply ok(Function<ObjectNode, ObjectNode> fill) {
        return new Reply(200, fill.apply(JSON.createObjectNode()).toString());
    }

    private static Reply error(int status, int code) {
        return new Reply(
                status,
                JSON.createObjectNode()
                        .put("error_code", code)
                        .put("message", "refused with " + code)
                        .toString());
    }

    private record Reply(int status, String body) {}
}
