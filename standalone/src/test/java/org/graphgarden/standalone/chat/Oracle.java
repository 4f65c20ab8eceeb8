package org.graphgarden.standalone.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An endpoint on a loopback port that speaks chat completions: it says yes to every pair, and words every reason by the target's title. It
 * counts what it is asked, and how much of that at once.
 */
public final class Oracle implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch two = new CountDownLatch(2);
    private final HttpServer server;
    private final int dies;

    /** One that goes on for ever. */
    public Oracle() throws IOException {
        this(Integer.MAX_VALUE);
    }

    /**
     * One that dies.
     *
     * @param dies at this question, without an answer
     */
    public Oracle(int dies) throws IOException {
        this.dies = dies;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What the configuration says of it, with two questions at a time. */
    public Map<String, Object> settings() {
        return Map.of(
                "enabled", "true",
                "base-url", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "model", "oracle",
                "timeout", "10s",
                "retries", "0",
                "concurrency", "2");
    }

    public int asked() {
        return asked.get();
    }

    /** The most that it was asked at once. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            if (asked.incrementAndGet() >= dies) {
                threads.execute(() -> server.stop(0));
                return;
            }
            // Whoever may ask two at a time does so.
            two.countDown();
            two.await(10, TimeUnit.SECONDS);
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            byte[] answer = completion(
                    said(body.path("messages").path(1).path("content").asText()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            // The next question may come as soon as this one is answered.
            atOnce.decrementAndGet();
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String said(String content) throws IOException {
        JsonNode pair = JSON.readTree(content);
        return pair.has("target")
                ? JSON.createObjectNode()
                        .put(
                                "reason",
                                "Whoever reads this looks for "
                                        + pair.path("target").asText() + " next.")
                        .toString()
                : "{\"verdict\": \"yes\"}";
    }

    private static byte[] completion(String said) throws IOException {
        var answer = JSON.createObjectNode()
                .put("id", "1")
                .put("object", "chat.completion")
                .put("model", "oracle");
        answer.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", "stop")
                .putObject("message")
                .put("role", "assistant")
                .put("content", said);
        answer.putObject("usage")
                .put("prompt_tokens", 50)
                .put("completion_tokens", 5)
                .put("total_tokens", 55);
        return JSON.writeValueAsBytes(answer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
