package org.graphgarden.inference.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint on a loopback port that speaks chat completions, and misbehaves when it is told to. */
final class ChatEndpoint implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What came. */
    record Request(String path, String authorization, JsonNode body) {}

    /**
     * What goes.
     *
     * @param whole false when the end of the body never comes
     */
    record Reply(int status, Map<String, String> headers, byte[] body, boolean whole) {
        static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), true);
        }

        static Reply saying(String content) {
            return of(
                    200,
                    "{\"id\": \"1\", \"object\": \"chat.completion\", \"created\": 1, \"model\": \"oracle\", \"choices\": [{\"index\": 0,"
                            + " \"finish_reason\": \"stop\", \"message\": {\"role\": \"assistant\", \"content\": "
                            + JSON.getNodeFactory().textNode(content)
                            + "}}], \"usage\": {\"prompt_tokens\": 70, \"completion_tokens\": 5, \"total_tokens\": 75}}");
        }
    }

    ChatEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** What it says next; when nothing is left, a yes. */
    void reply(Reply reply) {
        replies.add(reply);
    }

    List<Request> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""),
                    JSON.readTree(exchange.getRequestBody())));
            Reply reply = Objects.requireNonNullElseGet(replies.poll(), () -> Reply.saying("{\"verdict\": \"yes\"}"));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), 0);
            exchange.getResponseBody().write(reply.body());
            exchange.getResponseBody().flush();
            if (!reply.whole()) {
                closing.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
