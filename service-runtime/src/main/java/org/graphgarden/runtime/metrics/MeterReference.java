package org.graphgarden.runtime.metrics;

import java.util.Comparator;
import java.util.List;

/** Writes the reference of the meters, in Markdown, from their declarations. */
public final class MeterReference {

    private static final String HEAD = """
            # Metrics

            What `/metrics` of a service holds beside the meters of the virtual machine (`jvm_*`, `process_*`, `system_*`), of Kafka's
            clients (`kafka_producer_*`, `kafka_consumer_*`) and of Kafka Streams (`kafka_stream_*`). Timers are histograms:
            `_bucket`, `_sum` and `_count`. This page is generated from the declarations.

            | meter | kind | tags | counts | meaning |
            |---|---|---|---|---|
            """;

    private MeterReference() {}

    /** The whole page, by name; the same declarations give the same bytes. */
    public static String write(List<MeterSpec> specs) {
        StringBuilder page = new StringBuilder(HEAD);
        specs.stream().sorted(Comparator.comparing(MeterSpec::name)).forEach(spec -> page.append("| `")
                .append(spec.prometheusName())
                .append("` | ")
                .append(spec.kindName())
                .append(" | ")
                .append(String.join(", ", spec.tags()))
                .append(" | ")
                .append(spec.unit())
                .append(" | ")
                .append(spec.meaning())
                .append(" |\n"));
        return page.toString();
    }
}
