package org.graphgarden.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** Git's own smart-HTTP server on the loopback interface, behind a password if one is given. */
final class SmartHttp implements AutoCloseable {

    private final HttpServer server;
    private final Path root;
    private final String expected;
    private final AtomicInteger transfers = new AtomicInteger();

    SmartHttp(Path root, String userAndPassword) throws IOException {
        this.root = root;
        this.expected = userAndPassword.isEmpty()
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** How often commits were asked for, not only where the branches stand. */
    int transfers() {
        return transfers.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given =
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
            if (!given.equals(expected)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"beds\"");
                exchange.sendResponseHeaders(401, -1);
            } else {
                answer(exchange, call(exchange));
            }
        }
    }

    private byte[] call(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", "gardener");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        for (Map.Entry<String, String> header : Map.of(
                        "Content-Type", "CONTENT_TYPE",
                        "Content-Encoding", "HTTP_CONTENT_ENCODING",
                        "Git-Protocol", "GIT_PROTOCOL")
                .entrySet()) {
            String value = exchange.getRequestHeaders().getFirst(header.getKey());
            if (value != null) {
                environment.put(header.getValue(), value);
            }
        }
        byte[] request = exchange.getRequestBody().readAllBytes();
        if (plain(exchange, request).contains("command=fetch")) {
            transfers.incrementAndGet();
        }
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(request);
        }
        return process.getInputStream().readAllBytes();
    }

    private static String plain(HttpExchange exchange, byte[] request) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] body = zipped ? new GZIPInputStream(new ByteArrayInputStream(request)).readAllBytes() : request;
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static void answer(HttpExchange exchange, byte[] output) throws IOException {
        String text = new String(output, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int status = 200;
        for (String line : List.of(text.substring(0, end).split("\r\n"))) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(output, end + 4, output.length - end - 4);
    }
}
