package org.graphgarden.standalone.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.graphgarden.pruner.forge.ForgeAccess;
import org.graphgarden.pruner.forge.ForgeKind;
import org.jspecify.annotations.Nullable;

/**
 * A forge that speaks its documented API and no more: an unknown method, path, parameter or field is a fault of the caller, which
 * it remembers. Lists come in pages.
 */
abstract class ForgeStandIn implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String REPOSITORY = "people/beds";
    static final String TOKEN = "tok-3c1e5";

    /** A request that the forge keeps. */
    static final class Request {
        final int number;
        final String head;
        String base;
        String title = "";
        String body = "";
        String state = "open";
        /** What its branch stood at when it was closed. */
        String sha = "";

        final boolean ofFork;
        final Set<String> labels = new TreeSet<>();
        final List<String> comments = new ArrayList<>();

        Request(int number, String head, String base, boolean ofFork) {
            this.number = number;
            this.head = head;
            this.base = base;
            this.ofFork = ofFork;
        }
    }

    /** What a call is answered with out of turn. */
    record Fault(String method, int status, String body, Map<String, String> headers) {}

    /** A call that is not as documented; answered, and remembered. */
    static final class Breach extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Breach(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    final List<Request> requests = new ArrayList<>();
    /** What branches stand at. */
    String tip = "";

    final List<String> calls = new ArrayList<>();
    final List<String> breaches = new ArrayList<>();
    final Deque<Fault> faults = new ArrayDeque<>();
    private final HttpServer server;
    private final ForgeKind kind;
    private final String base;

    ForgeStandIn(ForgeKind kind, String base) throws IOException {
        this.kind = kind;
        this.base = base;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** How the repository is reached with a token. */
    ForgeAccess access(String token) {
        return new ForgeAccess(kind, api(), REPOSITORY, () -> token);
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base);
    }

    /** A request that somebody made. */
    final Request add(String head, String into, boolean ofFork) {
        Request request = new Request(requests.size() + 1, head, into, ofFork);
        requests.add(request);
        return request;
    }

    /** Somebody closes it without merging. */
    final void close(Request request) {
        request.state = "closed";
        request.sha = tip;
    }

    final void fail(String method, int status, String body, String... header) {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i + 1 < header.length; i += 2) {
            headers.put(header[i], header[i + 1]);
        }
        faults.add(new Fault(method, status, body, headers));
    }

    final String url(Request request) {
        return "https://forge.example/" + REPOSITORY + "/" + request.number;
    }

    @Override
    public final void close() {
        server.stop(0);
    }

    /** Name of the header with the token, and what it has to hold. */
    abstract Map.Entry<String, String> credentials();

    /** Answers what is behind the base. */
    abstract Reply answer(String method, String path, Map<String, String> query, JsonNode body) throws Breach;

    /** An answer with its headers. */
    record Reply(int status, JsonNode body, Map<String, String> headers) {
        static Reply of(int status, JsonNode body) {
            return new Reply(status, body, Map.of());
        }

        Reply with(Map<String, String> others) {
            return new Reply(status, body, others);
        }
    }

    /** A page of a list, as the query asks for. */
    static Reply page(List<ObjectNode> all, Map<String, String> query, String size, int most) throws Breach {
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        int count = Math.min(most, Integer.parseInt(query.getOrDefault(size, String.valueOf(most))));
        require(page >= 1 && count >= 1, "page and " + size + " are from 1 on");
        ArrayNode list = JSON.createArrayNode();
        all.stream().skip((long) (page - 1) * count).limit(count).forEach(list::add);
        boolean more = (long) page * count < all.size();
        return Reply.of(200, list)
                .with(more ? Map.of("Link", "<https://elsewhere.example/?page=9>; rel=\"next\"") : Map.of());
    }

    static void require(boolean condition, String what) throws Breach {
        if (!condition) {
            throw new Breach(422, what);
        }
    }

    /** Only these fields, each of its kind: s for a text, n for a list. */
    static void fields(JsonNode body, String... allowed) throws Breach {
        require(body.isObject(), "a JSON object is wanted");
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(List.of(allowed).contains(name), "unknown field " + name);
            require(body.get(name).isTextual() || name.equals("labels"), name + " is to be a text");
        }
    }

    static void parameters(Map<String, String> query, String... allowed) throws Breach {
        for (String name : query.keySet()) {
            require(List.of(allowed).contains(name), "unknown parameter " + name);
        }
    }

    final Request request(String number) throws Breach {
        return requests.stream()
                .filter(request -> String.valueOf(request.number).equals(number))
                .findFirst()
                .orElseThrow(() -> new Breach(404, "Not Found"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getRawPath();
            calls.add(method + " " + exchange.getRequestURI().getRawPath());
            Fault fault = faults.stream()
                    .filter(next -> next.method().equals(method))
                    .findFirst()
                    .orElse(null);
            if (fault != null) {
                faults.remove(fault);
                fault.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, fault.status(), fault.body());
                return;
            }
            Reply reply = reply(exchange, method, path, sent);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, reply.status(), reply.body().toString());
        }
    }

    private Reply reply(HttpExchange exchange, String method, String path, byte[] sent) throws IOException {
        Map.Entry<String, String> wanted = credentials();
        if (!wanted.getValue().equals(exchange.getRequestHeaders().getFirst(wanted.getKey()))) {
            return Reply.of(401, message("Bad credentials"));
        }
        try {
            require(exchange.getRequestHeaders().getFirst("User-Agent") != null, "User-Agent is missing");
            if (!path.startsWith(base)) {
                throw new Breach(404, "Not Found");
            }
            JsonNode body = sent.length == 0 ? MissingNode.getInstance() : JSON.readTree(sent);
            return answer(
                    method,
                    path.substring(base.length()),
                    query(exchange.getRequestURI().getRawQuery()),
                    body);
        } catch (Breach e) {
            if (e.status == 422) {
                breaches.add(method + " " + path + ": " + e.getMessage());
            }
            return Reply.of(e.status, message(String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    static ObjectNode message(String text) {
        return JSON.createObjectNode().put("message", text);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
