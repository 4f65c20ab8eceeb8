package org.graphgarden.ingest.webhook;

import static org.graphgarden.ingest.webhook.WebhookEdge.NOW;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.graphgarden.ingest.webhook.Attempt.Draft;

/** Requests that nobody should send, the same ones for the same seed, and good ones among them. */
final class HostileRequests {

    private static final String HOOK = """
            {"garden": "commons", "repository": "by-hook", "changes": [{"ref": "refs/heads/main",
             "before": "1f0c4a3e5d6b7988a7b6c5d4e3f2a1b0c9d8e7f6", "after": "8d3f5e2a1b4c6d7e8f9a0b1c2d3e4f5a6b7c8d9e"}]}""";

    private final Random random;
    private final List<Attempt> attempts = new ArrayList<>();

    private HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /** All of them, shuffled. */
    static List<Attempt> of(long seed, int rounds) {
        HostileRequests requests = new HostileRequests(seed);
        for (int round = 0; round < rounds; round++) {
            for (SignedAs way : SignedAs.values()) {
                requests.signatures(way);
                requests.bodies(way);
                requests.framings(way);
            }
            requests.lines();
            requests.otherPages();
        }
        Collections.shuffle(requests.attempts, requests.random);
        return requests.attempts;
    }

    private void signatures(SignedAs way) {
        good("signed", way, draft -> {});
        good("signed, twice the headers", way, draft -> draft.headers.addAll(draft.signatures()));
        bad("not signed", way, draft -> draft.headers.removeAll(draft.signatures()));
        bad("another secret", way, body(way), "another secret of some length", draft -> {});
        bad(
                "signature cut short",
                way,
                draft -> draft.changeSignatures(value -> value.substring(0, value.length() / 2)));
        bad("signature too long", way, draft -> draft.changeSignatures(value -> value + "00"));
        bad("signature with a digit changed", way, draft -> draft.changeSignatures(this::digitChanged));
        bad("signature empty", way, draft -> draft.changeSignatures(value -> ""));
        bad("signature of other letters", way, draft -> draft.changeSignatures(value -> "ü\u00ff" + value));
        bad("wrong signature before the right one", way, draft -> {
            List<String> right = draft.signatures();
            draft.headers.removeAll(right);
            right.forEach(line -> draft.header(line.substring(0, line.indexOf(':')) + ": " + "0".repeat(64)));
            draft.headers.addAll(right);
        });
        for (int i = 0; i < 3; i++) {
            String guess = "guess " + random.nextLong() + " of the secret";
            bad("one caller guesses", way, body(way), guess, draft -> draft.header("X-Forwarded-For: 203.0.113.9"));
        }
        if (way.coversTheBody()) {
            bad("body changed", way, draft -> draft.body[random.nextInt(draft.body.length)] ^= 1);
        }
        if (way.coversTheTime()) {
            for (long off : new long[] {-301, 301, -100_000_000, 4_000_000_000L}) {
                Draft old = draft(way, body(way), WebhookEdge.secretOf(way), off);
                add("replayed outside the window", old, false);
            }
            for (String time : List.of("-1", "1e9", "0x10", " ", "99999999999999999999", "NaN")) {
                bad("time that is none", way, draft -> {
                    draft.headers.replaceAll(
                            line -> line.toLowerCase(Locale.ROOT).contains("timestamp")
                                    ? line.split(":")[0] + ": " + time
                                    : line);
                });
            }
        }
    }

    private void bodies(SignedAs way) {
        String body = body(way);
        known("JSON too deep", way, "{\"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}");
        known("JSON cut short", way, body.substring(0, random.nextInt(body.length())));
        known(
                "no JSON object",
                way,
                List.of("", "[]", "null", "{} {}", "\"x\"", "<a/>").get(random.nextInt(6)));
        known("JSON with a long number", way, "{\"x\": " + "9".repeat(2000) + "}");
        known("another repository", way, body.replaceAll("(?i)people|codertocat|by-hook", "strangers"));
        known("control characters in a name", way, body.replace("refs/heads/", "refs/heads/\\u0000\\n"));
        known("half a character in a name", way, body.replace("refs/heads/", "refs/heads/\\ud800"));
        known("values of other types", way, body.replaceAll("\"(ref|before|name|url)\": ?\"[^\"]*\"", "\"$1\": [{}]"));
        known("ids that are none", way, body.replaceAll("[0-9a-f]{40}", "../../etc/passwd"));
        for (Charset other : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            known("another encoding", way, body.getBytes(other));
        }
        known("invalid UTF-8", way, broken(body));
        known("bytes", way, bytes(1 + random.nextInt(2000)));
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "", "json", "application/json-seq")) {
            entitled("another content type", way, draft -> draft.without("Content-Type")
                    .header("Content-Type: " + type));
        }
    }

    private void framings(SignedAs way) {
        good("chunked", way, draft -> draft.chunked(random));
        good("expects 100-continue", way, draft -> draft.header("Expect: 100-continue"));
        good("as HTTP/1.0", way, draft -> draft.version = "HTTP/1.0");
        entitled("expects something else", way, draft -> draft.header("Expect: the-unexpected"));
        entitled("length and chunked", way, draft -> draft.header("Transfer-Encoding: chunked"));
        entitled("encoding unknown", way, draft -> draft.unframed().header("Transfer-Encoding: gzip, identity"));
        for (String length : List.of("-1", "1x", "0x10", "99999999999999999999", "1,2", "")) {
            entitled("length that is none", way, draft -> draft.unframed().header("Content-Length: " + length));
        }
        entitled("two lengths", way, draft -> draft.header("Content-Length: 7"));
        entitled("length too short", way, draft -> draft.unframed()
                .header("Content-Length: " + random.nextInt(draft.body.length)));
        entitled(
                "length too long", way, draft -> draft.unframed().header("Content-Length: " + (draft.body.length + 9)));
        entitled("length over the cap", way, draft -> draft.unframed().header("Content-Length: 26214401"));
        entitled("no length", way, Draft::unframed);
        entitled("chunks that are none", way, draft -> {
            draft.unframed().header("Transfer-Encoding: chunked");
            draft.body = ("zz\r\n" + "{}\r\n0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        });
        entitled(
                "odd header",
                way,
                draft -> draft.header(List.of(
                                " folded: x",
                                "no colon",
                                ": no name",
                                "X-Nul: a\0b",
                                "X-Ctl: a\u0001b",
                                "X Y: z",
                                "X-Cr: a\rb")
                        .get(random.nextInt(7))));
        entitled("long headers", way, draft -> draft.header("X-Long: " + "x".repeat(16_000 + random.nextInt(50_000))));
        entitled("many headers", way, draft -> IntStream.range(0, 3000).forEach(i -> draft.header("X-" + i + ": y")));
    }

    private void lines() {
        for (SignedAs way : SignedAs.values()) {
            String path = "/webhooks/" + way.forge();
            for (String method :
                    List.of("GET", "HEAD", "PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "post", "B@D")) {
                entitled("another method", way, draft -> draft.method = method);
            }
            for (String target : List.of(
                    "/webhooks/../metrics",
                    "/" + path,
                    path + "/",
                    path + "/x",
                    "/webhooks/%2e%2e/metrics",
                    path + "%00",
                    "/webhooks",
                    "/webhooks/elsewhere",
                    "/WEBHOOKS/" + way.forge(),
                    path + "\\..",
                    "*",
                    "http://",
                    "%",
                    "/%c0%ae%c0%ae/etc/passwd",
                    "//evil.example.org" + path,
                    path + "/../../health/live")) {
                entitled("path trick", way, draft -> draft.target = target);
            }
            for (String end : List.of("?a=b", ";a=b", "#x")) {
                entitled("path with an end", way, draft -> draft.target = path + end);
            }
            entitled("long path", way, draft -> draft.target = path + "/x".repeat(10_000));
            for (String version : List.of("HTTP/3.0", "HTTP/0.9", "HTTP/1.7", "http/1.1", "", "ICY")) {
                entitled("another version", way, draft -> draft.version = version);
            }
        }
        wire("no HTTP", bytes(1 + random.nextInt(4000)));
        wire("no HTTP", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        wire("no HTTP", new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});
        wire("no HTTP", new byte[0]);
    }

    private void otherPages() {
        for (String page :
                List.of("/metrics", "/health/live", "/health/ready", "/", "/admin", "/.env", "/metrics/../health")) {
            for (String token : List.of("", "Bearer", "Bearer wrong token of some length", "Basic YTpi", "Bearer ü")) {
                Draft draft = new Draft(page, Map.of("Authorization", token), new byte[0]);
                draft.method = "GET";
                add("other page", draft, false);
            }
        }
    }

    private void good(String kind, SignedAs way, Consumer<Draft> change) {
        entitled(HostileRequestsTest.GOOD + kind, way, change);
    }

    private void entitled(String kind, SignedAs way, Consumer<Draft> change) {
        Draft draft = draft(way, body(way), WebhookEdge.secretOf(way), 0);
        change.accept(draft);
        add(kind, draft, true);
    }

    private void known(String kind, SignedAs way, String body) {
        known(kind, way, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody who knows the secret sends nonsense. */
    private void known(String kind, SignedAs way, byte[] body) {
        add("signed: " + kind, draft(way, body, WebhookEdge.secretOf(way), 0), true);
    }

    private void bad(String kind, SignedAs way, Consumer<Draft> change) {
        bad(kind, way, body(way), WebhookEdge.secretOf(way), change);
    }

    private void bad(String kind, SignedAs way, String body, String secret, Consumer<Draft> change) {
        String known = way == SignedAs.GITLAB && !secret.startsWith("whsec_")
                ? "whsec_" + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
                : secret;
        Draft draft = draft(way, body, known, 0);
        change.accept(draft);
        add(kind, draft, false);
    }

    private Draft draft(SignedAs way, String body, String secret, long secondsOff) {
        return draft(way, body.getBytes(StandardCharsets.UTF_8), secret, secondsOff);
    }

    /** The id of the delivery is part of what GitLab signs, so it is put in before. */
    private Draft draft(SignedAs way, byte[] body, String secret, long secondsOff) {
        String event = way == SignedAs.BITBUCKET ? "repo:push" : "push";
        return new Draft(
                "/webhooks/" + way.forge(),
                way.headers(event, body, secret, NOW.plusSeconds(secondsOff), delivery()),
                body.clone());
    }

    private String delivery() {
        return "d-" + attempts.size();
    }

    private void add(String kind, Draft draft, boolean entitled) {
        attempts.add(new Attempt(kind, delivery(), entitled, draft.wire()));
    }

    private void wire(String kind, byte[] wire) {
        attempts.add(new Attempt(kind, delivery(), false, wire));
    }

    /** Not one of the last, of which base64 does not need every bit. */
    private String digitChanged(String value) {
        int at = value.length() / 4 + random.nextInt(value.length() / 4);
        char other = value.charAt(at) == '7' ? '8' : '7';
        return value.substring(0, at) + other + value.substring(at + 1);
    }

    private byte[] broken(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("refs/heads/");
        bytes[Math.max(at, 1) + 5] = (byte) 0xfe;
        return bytes;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String body(SignedAs way) {
        return way == SignedAs.GENERIC ? HOOK : SignedAs.text(way.example("push"));
    }
}
