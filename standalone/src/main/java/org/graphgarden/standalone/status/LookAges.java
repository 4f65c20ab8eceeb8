package org.graphgarden.standalone.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When repositories were last looked at, as the metrics page of what runs says; nothing is known when it cannot be asked. */
final class LookAges {
    private static final Pattern SAMPLE = Pattern.compile(
            "^garden_look_age_seconds\\{garden=\"([^\"]*)\",repository=\"([^\"]*)\"\\} (\\S+)$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Double> ages = new TreeMap<>();

    private LookAges(String page) {
        for (Matcher sample = SAMPLE.matcher(page); sample.find(); ) {
            double age = Double.parseDouble(sample.group(3));
            if (age >= 0) {
                ages.put(key(sample.group(1), sample.group(2)), age);
            }
        }
    }

    /**
     * Asks.
     *
     * @param edge address of the edge, if it is known
     * @param token what it wants to be told, if anything
     */
    static LookAges at(Optional<String> edge, Optional<String> token) {
        return new LookAges(edge.map(address -> page(URI.create(address + "/metrics"), token))
                .orElse(""));
    }

    private static String page(URI address, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    OptionalDouble of(String garden, String repository) {
        Double age = ages.get(key(garden, repository));
        return age == null ? OptionalDouble.empty() : OptionalDouble.of(age);
    }

    private static String key(String garden, String repository) {
        return garden + "/" + repository;
    }
}
