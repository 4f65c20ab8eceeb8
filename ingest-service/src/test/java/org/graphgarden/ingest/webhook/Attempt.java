package org.graphgarden.ingest.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A request as it goes over the wire, in the making.
 *
 * @param kind what is odd about it
 * @param delivery by which an event that comes of it is known
 * @param entitled whether it shows a secret, so that an event may come of it
 */
record Attempt(String kind, String delivery, boolean entitled, byte[] wire) {

    /** Parts of a request, each to be spoiled. */
    static final class Draft {

        String method = "POST";
        String target;
        String version = "HTTP/1.1";
        final List<String> headers = new ArrayList<>(List.of("Host: localhost", "Connection: close"));
        byte[] body;
        boolean framed = true;

        Draft(String target, Map<String, String> headers, byte[] body) {
            this.target = target;
            this.body = body;
            headers.forEach((name, value) -> this.headers.add(name + ": " + value));
        }

        Draft header(String line) {
            headers.add(line);
            return this;
        }

        /** Without the headers whose name begins so. */
        Draft without(String name) {
            headers.removeIf(line -> line.regionMatches(true, 0, name, 0, name.length()));
            return this;
        }

        /** Without a length. */
        Draft unframed() {
            framed = false;
            return this;
        }

        /** In chunks of all sizes. */
        void chunked(Random random) {
            unframed().header("Transfer-Encoding: chunked");
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            for (int at = 0, size; at < body.length; at += size) {
                size = Math.min(body.length - at, 1 + random.nextInt(900));
                chunks.writeBytes(
                        (Integer.toHexString(size) + ";any=extension\r\n").getBytes(StandardCharsets.US_ASCII));
                chunks.write(body, at, size);
                chunks.writeBytes(new byte[] {'\r', '\n'});
            }
            chunks.writeBytes("0\r\nX-Trailer: y\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            body = chunks.toByteArray();
        }

        /** The headers that show a secret. */
        List<String> signatures() {
            return headers.stream()
                    .filter(line -> line.matches("(?i)[^:]*(signature|-token)[^:]*:.*"))
                    .toList();
        }

        void changeSignatures(UnaryOperator<String> change) {
            List<String> lines = signatures();
            headers.replaceAll(line -> lines.contains(line)
                    ? line.substring(0, line.indexOf(':') + 2) + change.apply(line.substring(line.indexOf(':') + 2))
                    : line);
        }

        byte[] wire() {
            StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\n");
            headers.forEach(line -> head.append(line).append("\r\n"));
            if (framed) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            wire.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            wire.writeBytes(body);
            return wire.toByteArray();
        }
    }
}
