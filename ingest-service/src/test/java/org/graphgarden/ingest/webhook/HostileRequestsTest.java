package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graphgarden.events.PushNoticed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of requests over real connections, and what they got. */
class HostileRequestsTest {

    /** Beginning of the kinds that are to be taken. */
    static final String GOOD = "(good) ";

    private static final long SEED = 20260301;
    private static final int ROUNDS = 6;
    private static final int AT_A_TIME = 6;
    private static final int DEADLINE_MILLIS = 15_000;
    private static final String CLOSED = "closed";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    /** Without a claim to be signed nothing would be read of it. */
    private static final String HEAD = "POST /webhooks/github HTTP/1.1\r\nHost: x\r\nContent-Length: 25165825\r\n"
            + "X-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\n\r\n";

    private final WebhookEdge edge;

    HostileRequestsTest(@TempDir Path folder) throws IOException {
        this.edge = new WebhookEdge(folder, Clock.fixed(WebhookEdge.NOW, ZoneOffset.UTC), 0, 60);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void shouldRefuseEverythingThatIsOddAndKeepWhatIsSigned() throws Exception {
        // given
        List<Attempt> attempts = HostileRequests.of(SEED, ROUNDS);
        assertThat(attempts).hasSizeGreaterThan(2000);

        // when
        List<String> answers = sendAll(attempts);

        // then
        print(attempts, answers);
        assertThat(answers).allMatch(answer -> answer.matches("[234]\\d\\d|" + CLOSED));
        Set<String> entitled = attempts.stream()
                .filter(Attempt::entitled)
                .map(Attempt::delivery)
                .collect(Collectors.toSet());
        assertThat(edge.noticed)
                .extracting(PushNoticed::getDeliveryId)
                .doesNotHaveDuplicates()
                .isSubsetOf(entitled)
                .containsAll(attempts.stream()
                        .filter(attempt -> attempt.kind().startsWith(GOOD))
                        .map(Attempt::delivery)
                        .toList());
        assertThat(edge.spooled()).isEmpty();
        assertThat(answers).contains("429");
    }

    @Test
    void shouldHoldLittleOfWhatIsNotSigned() throws Exception {
        // given: connections that have sent all but the end of 24 MiB
        int callers = 8;
        byte[] mebibyte = new byte[1024 * 1024];
        sendAll(HostileRequests.of(SEED, 1).subList(0, 200)); // What is loaded once does not count.
        edge.noticed.clear();
        long before = live();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < callers; i++) {
                Socket socket = new Socket("127.0.0.1", edge.address().getPort());
                sockets.add(socket);
                socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.ISO_8859_1));
            }
            for (int i = 0; i < 24; i++) {
                for (Socket socket : sockets) {
                    socket.getOutputStream().write(mebibyte);
                }
            }

            // when
            long each = (live() - before) / callers;

            // then
            System.out.printf(
                    "%d wrongly signed bodies of 24 MiB on their way: %d KiB live each%n", callers, each / 1024);
            assertThat(each).isLessThan(1024 * 1024);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        assertThat(edge.noticed).isEmpty();
    }

    private static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct;
    }

    private List<String> sendAll(List<Attempt> attempts) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<String>> futures = attempts.stream()
                    .map(attempt -> senders.submit(() -> send(attempt)))
                    .toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }

    /** Status of the last answer, which is the one behind 100 (Continue). */
    private String send(Attempt attempt) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", edge.address().getPort())) {
            socket.setSoTimeout(DEADLINE_MILLIS);
            try {
                socket.getOutputStream().write(attempt.wire());
                socket.shutdownOutput();
            } catch (IOException e) {
                // It was refused before its end; the answer says why.
            }
            String last = CLOSED;
            Matcher status = STATUS.matcher(read(socket));
            while (status.find()) {
                last = status.group(1);
            }
            return last;
        }
    }

    private static String read(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException e) {
            return "HTTP/1.1 599 no answer in time";
        } catch (IOException e) {
            return "";
        }
    }

    private static void print(List<Attempt> attempts, List<String> answers) {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (int i = 0; i < attempts.size(); i++) {
            table.computeIfAbsent(attempts.get(i).kind(), any -> new TreeMap<>())
                    .merge(answers.get(i), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder("\n| " + attempts.size() + " requests | answers |\n|---|---|\n");
        table.forEach((kind, counts) -> text.append("| ")
                .append(kind)
                .append(" | ")
                .append(counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " × " + entry.getKey())
                        .collect(Collectors.joining(", ")))
                .append(" |\n"));
        System.out.println(text);
    }
}
