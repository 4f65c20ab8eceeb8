package org.graphgarden.standalone.preview;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.git.TextDiff;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.standalone.tend.DecisionJson;
import org.graphgarden.standalone.tend.TendResult;

/**
 * What a dry run planned, as its events tell it; a public format.
 *
 * @param cycle the dry run
 * @param revisions what it would change, by slug
 */
public record Preview(PruneCycle cycle, List<SectionRevision> revisions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Preview {
        revisions = List.copyOf(revisions);
    }

    public static Preview of(TendResult result) {
        return new Preview(result.cycle(), result.revisions());
    }

    /** The revisions as one unified diff; lines are counted from the first of each section. */
    public String diff() {
        return revisions.stream().map(Preview::diff).collect(Collectors.joining());
    }

    /** Outcome, counts by cause, and each revision with its decisions and its diff. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("garden", cycle.getGarden())
                .put("cycle", cycle.getCycle())
                .put("date", cycle.getDate())
                .put("outcome", EnumWords.of(cycle.getOutcome()))
                .put("message", cycle.getMessage())
                .put("model", cycle.getModel())
                .put("patterns", cycle.getPatterns())
                .put("revised_sections", cycle.getRevisedSections());
        DecisionJson.counts(cycle, root.putArray("decisions"));
        ArrayNode list = root.putArray("revisions");
        revisions.forEach(revision -> {
            ObjectNode node = list.addObject();
            DecisionJson.revision(revision, node);
            node.put("diff", diff(revision));
        });
        return root.toPrettyString() + "\n";
    }

    private static String diff(SectionRevision revision) {
        String before = revision.getBefore() == null ? "" : revision.getBefore();
        return TextDiff.unified(revision.getPath(), before, revision.getAfter());
    }
}
