package org.graphgarden.topics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.PatternType;

/** Writes the rights of services as a Markdown table. */
public final class RightsReference {

    private static final String HEAD = """
            | service | resource | name | operations |
            |---|---|---|---|
            """;

    private RightsReference() {}

    /** The whole table; the same declarations give the same bytes. */
    public static String write(List<ServiceRights> services) {
        String needed = services.stream()
                .flatMap(service -> service.needed().stream().map(right -> row(service.service(), right)))
                .collect(Collectors.joining());
        String optional = Stream.of(services.get(0).toMakeTopics())
                .map(right -> row("any, to make missing topics", right))
                .collect(Collectors.joining());
        return HEAD + needed + optional;
    }

    private static String row(String service, Right right) {
        String suffix = right.pattern() == PatternType.PREFIXED ? "…" : "";
        String operations = right.operations().stream()
                .map(operation -> words(operation.name()))
                .collect(Collectors.joining(", "));
        return "| " + service + " | " + words(right.type().name()) + " | `" + right.name() + "`" + suffix + " | "
                + operations + " |\n";
    }

    /** TRANSACTIONAL_ID as kafka-acls writes it: TransactionalId. */
    private static String words(String constant) {
        return Stream.of(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
