package org.graphgarden.standalone.forge;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Git's own smart-HTTP server, {@code git http-backend}, on the loopback interface behind a user name and a password. */
final class HttpGit implements AutoCloseable {
    private static final int MOST_AT_A_TIME = 8;
    private static final Map<String, String> VARIABLES = Map.of(
            "Content-Type", "CONTENT_TYPE",
            "Content-Length", "CONTENT_LENGTH",
            "Content-Encoding", "HTTP_CONTENT_ENCODING",
            "Git-Protocol", "HTTP_GIT_PROTOCOL");

    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_A_TIME);
    private final HttpServer server;
    private final Path root;

    /**
     * Serves all repositories below a folder to one user.
     *
     * @param root the folder
     */
    HttpGit(Path root, String user, String password) throws IOException {
        this.root = root;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle).setAuthenticator(new BasicAuthenticator("forge") {
            @Override
            public boolean checkCredentials(String givenUser, String givenPassword) {
                return givenUser.equals(user) && givenPassword.equals(password);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Address of a repository, without user and password. */
    String address(String repository) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Process process = backend(exchange);
        try (exchange) {
            try (OutputStream input = process.getOutputStream()) {
                exchange.getRequestBody().transferTo(input);
            }
            answer(exchange, new BufferedInputStream(process.getInputStream()));
        } finally {
            process.destroy();
        }
    }

    private Process backend(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", exchange.getPrincipal().getUsername());
        environment.put("REMOTE_ADDR", "127.0.0.1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
        VARIABLES.forEach((header, variable) -> {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                environment.put(variable, value);
            }
        });
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Passes on what the program says: header lines, an empty one, the body. */
    private static void answer(HttpExchange exchange, InputStream output) throws IOException {
        int status = 200;
        Headers headers = exchange.getResponseHeaders();
        for (String line = line(output); !line.isEmpty(); line = line(output)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                headers.set(header[0], header[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        output.transferTo(exchange.getResponseBody());
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
