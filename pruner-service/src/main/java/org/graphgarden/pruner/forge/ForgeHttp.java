package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.settings.ConfigurationException;

/**
 * Calls a forge's API. Answers are bounded in time and size. Redirects are followed on the same host only, as they are answered
 * when a repository was renamed. What is not known to have been left undone is not made twice.
 */
final class ForgeHttp {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int REDIRECTS = 3;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .proxy(Objects.requireNonNullElse(ProxySelector.getDefault(), HttpClient.Builder.NO_PROXY))
            .build();

    private final ForgeAccess access;
    private final Map<String, String> headers;
    private final TokenHeader tokenHeader;
    private final ForgePatience patience;

    /** In which header, and how, a forge takes its token. */
    record TokenHeader(String name, String prefix) {}

    ForgeHttp(ForgeAccess access, TokenHeader tokenHeader, Map<String, String> headers, Surroundings surroundings) {
        this.access = access;
        this.tokenHeader = tokenHeader;
        this.headers = headers;
        this.patience = new ForgePatience(surroundings);
    }

    /**
     * Makes a call, again when that is worth it and safe.
     *
     * @throws ForgeException unless the status is one of success
     */
    ForgeAnswer call(ForgeCall call) throws ForgeException {
        for (int attempt = 1; ; attempt++) {
            ForgePatience.Verdict verdict;
            try {
                HttpResponse<byte[]> response = send(call);
                ForgeAnswer answer = answer(response, !response.uri().equals(address(call)));
                if (answer.status() / 100 == 2) {
                    return answer;
                }
                verdict = patience.judge(call, answer, response.headers(), this::explained);
            } catch (IOException e) {
                verdict = ForgePatience.unreachable(call, access + ": " + reason(e));
            }
            if (!patience.waited(verdict, attempt)) {
                throw verdict.failure();
            }
        }
    }

    private HttpResponse<byte[]> send(ForgeCall call) throws IOException, ForgeException {
        URI address = address(call);
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpResponse<byte[]> response = exchange(request(call, address));
            if (response.statusCode() / 100 != 3) {
                return response;
            }
            URI next = location(address, response);
            boolean sameHost = address.getScheme().equals(next.getScheme())
                    && address.getAuthority().equals(next.getAuthority());
            // Only 307 and 308 keep the method.
            boolean sameCall = call.method().equals("GET") || response.statusCode() >= 307;
            if (!sameHost || !sameCall) {
                throw new ForgeException(
                        ForgeTrouble.NOT_FOUND,
                        explained("the forge redirects to " + next.getHost() + next.getRawPath()));
            }
            address = next;
        }
        throw new ForgeException(ForgeTrouble.NOT_FOUND, explained("the forge redirects around in circles"));
    }

    private URI address(ForgeCall call) {
        return URI.create(access.api() + call.path());
    }

    private URI location(URI address, HttpResponse<byte[]> response) throws ForgeException {
        try {
            return address.resolve(response.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ForgeException(ForgeTrouble.UNEXPECTED, explained("the forge redirects to no address"));
        }
    }

    private HttpRequest request(ForgeCall call, URI address) throws ForgeException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("User-Agent", "graph-garden")
                .header(tokenHeader.name(), tokenHeader.prefix() + token());
        headers.forEach(builder::header);
        JsonNode body = call.body();
        return body == null
                ? builder.method(call.method(), HttpRequest.BodyPublishers.noBody())
                        .build()
                : builder.header("Content-Type", "application/json")
                        .method(call.method(), HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
    }

    private String token() throws ForgeException {
        try {
            String token = access.token().get();
            if (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new ForgeException(
                        ForgeTrouble.TOKEN_MISSING, explained("the token is empty, or holds what no token holds"));
            }
            return token;
        } catch (ConfigurationException e) {
            throw new ForgeException(ForgeTrouble.TOKEN_MISSING, explained(String.valueOf(e.getMessage())));
        }
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> pending = CLIENT.sendAsync(request, info -> new BoundedBody(LARGEST));
        try {
            return pending.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new IOException("no answer within " + ANSWER.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ForgeAnswer answer(HttpResponse<byte[]> response, boolean moved) throws IOException {
        boolean more = response.headers().allValues("Link").stream().anyMatch(link -> link.contains("rel=\"next\""));
        long total = response.headers()
                .firstValue("X-Total-Count")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(ForgeAnswer.UNKNOWN);
        return new ForgeAnswer(response.statusCode(), json(response.body(), response.statusCode()), more, total, moved);
    }

    /** An error may come from something between that speaks no JSON; then its status says enough. */
    private static JsonNode json(byte[] bytes, int status) throws IOException {
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            if (status / 100 == 2) {
                throw new IOException("an answer that is no JSON", e);
            }
            return MissingNode.getInstance();
        }
    }

    private String explained(String what) {
        return access + ": " + what;
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
