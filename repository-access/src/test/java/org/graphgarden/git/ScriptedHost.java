package org.graphgarden.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;

/** A web server on the loopback interface that answers as a host in trouble does. */
final class ScriptedHost implements AutoCloseable {

    private static final String COMMIT = "1234567890123456789012345678901234567890";

    private final HttpServer server;
    private final String scheme;
    private final CountDownLatch closing = new CountDownLatch(1);

    private ScriptedHost(HttpServer server, String scheme, Script script) {
        this.server = server;
        this.scheme = scheme;
        HttpHandler handler = exchange -> {
            try (exchange) {
                script.answer(exchange, this);
            }
        };
        server.createContext("/", handler);
        server.start();
    }

    /** What is answered. */
    interface Script {
        void answer(HttpExchange exchange, ScriptedHost host) throws IOException;
    }

    static ScriptedHost that(Script script) throws IOException {
        return new ScriptedHost(HttpServer.create(loopback(), 0), "http", script);
    }

    /** Speaks TLS with a certificate that nobody believes. */
    static ScriptedHost unbelieved(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new ScriptedHost(server, "https", status(200));
    }

    static Script status(int status) {
        return (exchange, host) -> {
            if (status == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"beds\"");
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Sends everybody from one address to the next, with a token in each. */
    static Script redirecting() {
        return (exchange, host) -> {
            exchange.getResponseHeaders()
                    .set("Location", host.address().replace("://", "://t0ken@") + "/round" + exchange.getRequestURI());
            exchange.sendResponseHeaders(301, -1);
        };
    }

    /** Says nothing until it is closed. */
    static Script silent() {
        return (exchange, host) -> {
            try {
                host.closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** A page for people. */
    static Script page() {
        return (exchange, host) -> send(exchange, "text/html", "<html>Under construction</html>");
    }

    /** Has a branch, in the older protocol, and a pack for it that is none. */
    static Script corrupt() {
        return (exchange, host) -> {
            if (exchange.getRequestURI().getPath().endsWith("/info/refs")) {
                String refs = line("# service=git-upload-pack\n") + "0000"
                        + line(COMMIT + " HEAD\0symref=HEAD:refs/heads/main multi_ack_detailed ofs-delta\n")
                        + line(COMMIT + " refs/heads/main\n") + "0000";
                send(exchange, "application/x-git-upload-pack-advertisement", refs);
            } else {
                exchange.getRequestBody().readAllBytes();
                String pack =
                        line("NAK\n") + "PACK\0\0\0\2\0\0\0\1" + "these are no objects, however long one looks at them";
                send(exchange, "application/x-git-upload-pack-result", pack);
            }
        };
    }

    String address() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static String line(String text) {
        return "%04x%s".formatted(text.length() + 4, text);
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
