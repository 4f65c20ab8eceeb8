package org.graphgarden.standalone.tend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Evidence;
import org.graphgarden.events.Link;

/** The enriched patterns as JSON lines, one pattern a line; a public format. */
final class EnrichedFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnrichedFile() {}

    /** One line a pattern, in the given order, each ended by a line feed. */
    static void write(List<EnrichedPattern> patterns, Writer writer) throws IOException {
        for (EnrichedPattern pattern : patterns) {
            writer.append(line(pattern).toString()).append('\n');
        }
    }

    private static ObjectNode line(EnrichedPattern pattern) {
        ObjectNode line = JSON.createObjectNode();
        line.put("slug", pattern.getSlug()).put("title", pattern.getTitle());
        ArrayNode entities = line.putArray("entities");
        pattern.getEntities().forEach(entity -> entities.addObject()
                .put("id", entity.getId())
                .put("type", entity.getType())
                .put("label", entity.getLabel())
                .put("relevance", entity.getRelevance()));
        ArrayNode communities = line.putArray("communities");
        pattern.getCommunities().forEach(community -> communities
                .addObject()
                .put("id", community.getId())
                .put("label", community.getLabel())
                .put("source", community.getSource())
                .put("confidence", community.getConfidence()));
        ArrayNode links = line.putArray("links");
        pattern.getLinks().forEach(link -> links.add(link(link)));
        return line;
    }

    private static ObjectNode link(Link link) {
        ObjectNode node = JSON.createObjectNode();
        node.put("target", link.getTarget())
                .put("type", link.getType())
                .put("confidence", link.getConfidence())
                .put("reason", link.getReason());
        ArrayNode evidence = node.putArray("evidence");
        link.getEvidence().forEach(piece -> evidence.add(evidence(piece)));
        ObjectNode contributions = node.putObject("contributions");
        link.getContributions().forEach(each -> contributions.put(each.getFeature(), each.getAmount()));
        return node;
    }

    private static ObjectNode evidence(Evidence piece) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", piece.getKind().name().toLowerCase(Locale.ROOT))
                .put("quoted", piece.getQuoted())
                .put("section", piece.getSection())
                .put("quote", piece.getQuote());
        ArrayNode shared = node.putArray("shared");
        piece.getShared().forEach(shared::add);
        node.put("weight", piece.getWeight());
        if (!piece.getStatement().isEmpty()) {
            node.put("statement", piece.getStatement());
        }
        return node;
    }
}
