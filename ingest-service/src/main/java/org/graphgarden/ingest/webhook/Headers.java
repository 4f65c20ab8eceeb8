package org.graphgarden.ingest.webhook;

import java.util.Optional;
import java.util.regex.Pattern;
import org.graphgarden.runtime.edge.Call;

/** What several forges put into headers alike. */
final class Headers {

    private static final Pattern DELIVERY = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final String SHA256 = "sha256=";

    private Headers() {}

    /** An id that is fit for events and logs; empty when there is none. */
    static String deliveryId(Call call, String header) {
        return call.header(header).filter(id -> DELIVERY.matcher(id).matches()).orElse("");
    }

    /** The digits of {@code sha256=<digits>}. */
    static Optional<String> sha256(Call call, String header) {
        return call.header(header)
                .filter(value -> value.startsWith(SHA256))
                .map(value -> value.substring(SHA256.length()));
    }
}
