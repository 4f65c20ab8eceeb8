package org.graphgarden.topics;

import java.util.List;
import java.util.stream.Collectors;

/** The topics on the broker are not those of the catalogue; the message lists every difference with its remedy. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<TopicMismatch> mismatches) {
        super(mismatches.stream().map(TopicMismatch::message).collect(Collectors.joining("\n")));
    }
}
