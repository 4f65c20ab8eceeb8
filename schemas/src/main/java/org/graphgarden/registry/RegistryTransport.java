package org.graphgarden.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.graphgarden.registry.RegistryReply.Answer;
import org.graphgarden.registry.RegistryReply.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request until somebody answers: to the address that answered last, then to the others, then again after a pause
 * that grows from round to round, as long as patience lasts. Redirects are not followed, because credentials would
 * travel along.
 */
final class RegistryTransport {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);

    static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final HttpRegistryOptions options;
    private final Pacer pacer;
    private final HttpClient client;
    private volatile int preferred;

    RegistryTransport(HttpRegistryOptions options, Pacer pacer) {
        this.options = options;
        this.pacer = pacer;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.timeout());
        options.trustStore().map(TrustStore::context).ifPresent(builder::sslContext);
        client = builder.build();
    }

    /**
     * The first answer.
     *
     * @throws SchemaRegistryUnavailableException when there was none
     */
    Answer send(RegistryRequest request) {
        long end = pacer.nanoTime() + options.patience().toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            List<Failure> failures = new ArrayList<>();
            Optional<Answer> answer = askAll(request, failures);
            if (answer.isPresent()) {
                return answer.get();
            }
            boolean hopeless = failures.stream().allMatch(Failure::lasting);
            if (hopeless || pacer.nanoTime() + pause.toNanos() > end) {
                throw unavailable(request, failures);
            }
            if (pause.equals(FIRST_PAUSE)) {
                LOG.warn(
                        "{}: no schema registry answers, trying for {} s: {}",
                        request.about(),
                        options.patience().toSeconds(),
                        reasons(failures));
            }
            sleep(request, pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Optional<Answer> askAll(RegistryRequest request, List<Failure> failures) {
        int count = options.urls().size();
        int first = preferred;
        for (int i = 0; i < count; i++) {
            int index = (first + i) % count;
            RegistryReply reply = ask(request, options.urls().get(index));
            if (reply instanceof Answer answer) {
                preferred = index;
                return Optional.of(answer);
            }
            failures.add((Failure) reply);
        }
        return Optional.empty();
    }

    private RegistryReply ask(RegistryRequest request, URI base) {
        CompletableFuture<HttpResponse<String>> pending =
                client.sendAsync(http(request, base), BodyHandlers.ofString());
        try {
            // The client's own timeout ends with the headers; this one covers the body.
            return reply(base, pending.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Failure(base, "no answer within " + options.timeout().toMillis() + " ms", false, Optional.of(e));
        } catch (ExecutionException e) {
            return failure(base, Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new SchemaRegistryException("interrupted while asking the schema registry for " + request.about(), e);
        }
    }

    private HttpRequest http(RegistryRequest request, URI base) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.at(base))
                .header("Accept", JSON + ", application/json")
                .method(request.method(), request.publisher());
        request.body().ifPresent(body -> builder.header("Content-Type", JSON));
        options.credentials().header().ifPresent(value -> builder.header("Authorization", value));
        return builder.build();
    }

    private static RegistryReply reply(URI base, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= 500 || status == 429 || status == 408) {
            return new Failure(
                    base, "status " + status + RegistryErrors.said(response.body()), false, Optional.empty());
        }
        return new Answer(base, status, response.body(), response.headers().firstValue("Location"));
    }

    private static Failure failure(URI base, Throwable cause) {
        String text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        boolean lasting = cause instanceof SSLException || !(cause instanceof IOException);
        return new Failure(base, cause.getClass().getSimpleName() + text, lasting, Optional.of(cause));
    }

    private void sleep(RegistryRequest request, Duration pause) {
        try {
            pacer.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaRegistryException(
                    "interrupted while waiting for the schema registry: " + request.about(), e);
        }
    }

    private static SchemaRegistryUnavailableException unavailable(RegistryRequest request, List<Failure> failures) {
        boolean tls = failures.stream()
                .anyMatch(f -> f.cause().filter(SSLException.class::isInstance).isPresent());
        String remedy = tls
                ? "; check schema-registry.truststore: it has to hold the certificate that signed the server's"
                : "; check that the registry runs and schema-registry.url names it";
        String message = request.about() + ": no schema registry answered " + request.method() + " " + request.path()
                + ": " + reasons(failures) + remedy;
        return failures.stream()
                .flatMap(failure -> failure.cause().stream())
                .findFirst()
                .map(cause -> new SchemaRegistryUnavailableException(message, cause))
                .orElseGet(() -> new SchemaRegistryUnavailableException(message));
    }

    private static String reasons(List<Failure> failures) {
        return failures.stream()
                .map(failure -> failure.base() + " (" + failure.reason() + ")")
                .collect(Collectors.joining(", "));
    }
}
