package org.graphgarden.inference.chat;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The client library's way to the network: a response has a largest size and a longest time, body included, and redirects are not
 * followed, because the key would travel along.
 */
final class BoundedHttp implements HttpClient {
    /** Far more than an answer of some hundred tokens with everything that providers wrap round it. */
    static final int MOST_BYTES = 64 * 1024;

    private final java.net.http.HttpClient client;
    private final Duration timeout;

    BoundedHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response =
                await(client.sendAsync(translated(request), head -> new BoundedBody(MOST_BYTES)));
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new EndpointException(new Reply.Failed(Failure.ofStatus(status), pause(response)));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    /** The client's own timeout ends with the headers; this one covers the body. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> pending) {
        try {
            return pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new EndpointException(new Reply.Failed(Failure.TIMED_OUT));
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw EndpointException.behind(cause)
                    .map(EndpointException::new)
                    .orElseGet(() -> new EndpointException(new Reply.Failed(
                            cause instanceof java.net.http.HttpTimeoutException
                                    ? Failure.TIMED_OUT
                                    : Failure.UNREACHABLE)));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new EndpointException(new Reply.Failed(Failure.UNREACHABLE));
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** Only the number of seconds is understood, not the date. */
    private static Optional<Duration> pause(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("retry-after")
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }
}
