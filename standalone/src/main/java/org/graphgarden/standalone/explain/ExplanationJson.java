package org.graphgarden.standalone.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.graphgarden.inference.garden.PatternExplanation;
import org.graphgarden.inference.link.LinkExplanation;

/** Explanations for machines. Pure. */
public final class ExplanationJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ExplanationJson() {}

    /** A pair, with the verdict in words. */
    public static String of(LinkExplanation pair) {
        ObjectNode node = JSON.valueToTree(pair);
        node.put("verdict", Verdict.of(pair));
        return text(node);
    }

    /** A pattern. */
    public static String of(PatternExplanation pattern) {
        return text(JSON.valueToTree(pattern));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }
}
