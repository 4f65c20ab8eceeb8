package org.graphgarden.pruner.forge;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * Tells what an answer other than success means, and how long to wait before asking again. Limits are obeyed as GitHub and GitLab
 * document them: {@code Retry-After}, or with nothing left of {@code x-ratelimit-remaining} the time {@code x-ratelimit-reset}.
 */
final class ForgePatience {
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** Longer than this no cycle waits for a request. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What GitHub asks for when its secondary limit says nothing of time. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final Surroundings surroundings;

    ForgePatience(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What to make of a call that failed.
     *
     * @param failure to give up with
     * @param again whether it may be made again
     * @param after how long the forge asks to wait, if it does
     */
    record Verdict(ForgeException failure, boolean again, Optional<Duration> after) {}

    /** @param explained puts the forge before a message */
    Verdict judge(ForgeCall call, ForgeAnswer answer, HttpHeaders headers, UnaryOperator<String> explained) {
        boolean limited = limited(answer, headers);
        ForgeTrouble trouble = limited ? ForgeTrouble.RATE_LIMITED : trouble(answer.status());
        Optional<Duration> after = after(headers).or(() -> limited ? Optional.of(UNTOLD) : Optional.empty());
        String what = answer.status() + (answer.said().isEmpty() ? "" : " " + answer.said());
        // Over the limit nothing was done; behind an error something may have been.
        boolean again = limited || trouble == ForgeTrouble.BUSY && call.repeatable();
        return new Verdict(new ForgeException(trouble, explained.apply(what)), again, after);
    }

    static Verdict unreachable(ForgeCall call, String message) {
        return new Verdict(new ForgeException(ForgeTrouble.UNREACHABLE, message), call.repeatable(), Optional.empty());
    }

    /** Waits before another attempt; false when there is to be none. */
    boolean waited(Verdict verdict, int attempt) {
        Duration pause = verdict.after().orElse(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
        if (!verdict.again()
                || attempt >= ATTEMPTS
                || pause.compareTo(LONGEST) > 0
                || surroundings.stop().raised()) {
            return false;
        }
        double spread = 1 + surroundings.random().nextDouble() / 2;
        surroundings.pause().await(Duration.ofMillis(Math.round(pause.toMillis() * spread)));
        return !Thread.currentThread().isInterrupted();
    }

    private static ForgeTrouble trouble(int status) {
        if (status >= 500) {
            return ForgeTrouble.BUSY;
        }
        return switch (status) {
            case 401 -> ForgeTrouble.TOKEN_REFUSED;
            case 403 -> ForgeTrouble.NOT_ALLOWED;
            case 404, 410 -> ForgeTrouble.NOT_FOUND;
            default -> ForgeTrouble.REFUSED;
        };
    }

    private static boolean limited(ForgeAnswer answer, HttpHeaders headers) {
        boolean used =
                headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
        boolean said = answer.said().toLowerCase(Locale.ROOT).contains("rate limit");
        return answer.status() == 429
                || answer.status() == 403
                        && (used || said || headers.firstValue("Retry-After").isPresent());
    }

    private Optional<Duration> after(HttpHeaders headers) {
        Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(this::parsed);
        boolean used =
                headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
        return asked.isPresent() || !used
                ? asked
                : headers.firstValue("x-ratelimit-reset")
                        .filter(text -> text.matches("\\d{1,12}"))
                        .map(text -> until(Instant.ofEpochSecond(Long.parseLong(text))));
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private Optional<Duration> parsed(String text) {
        if (text.strip().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
        }
        try {
            return Optional.of(until(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(surroundings.clock().instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
