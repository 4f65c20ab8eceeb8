package org.graphgarden.standalone.tend;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.settings.EnumWords;

/** Decisions as JSON, a part of all public formats that hold any. */
public final class DecisionJson {
    private DecisionJson() {}

    /** How often each cause decided. */
    public static void counts(PruneCycle cycle, ArrayNode decisions) {
        cycle.getCauses().forEach(cause -> decisions
                .addObject()
                .put("action", EnumWords.of(cause.getAction()))
                .put("kind", EnumWords.of(cause.getKind()))
                .put("cause", cause.getCause())
                .put("count", cause.getCount()));
    }

    /** The file that a revision is of, and what was decided in it. */
    public static void revision(SectionRevision revision, ObjectNode node) {
        node.put("slug", revision.getSlug())
                .put("repository", revision.getRepository())
                .put("path", revision.getPath())
                .put("kept", revision.getKept());
        ArrayNode decisions = node.putArray("decisions");
        revision.getDecisions().forEach(decision -> decisions
                .addObject()
                .put("action", EnumWords.of(decision.getAction()))
                .put("kind", EnumWords.of(decision.getKind()))
                .put("cause", decision.getCause())
                .put("id", decision.getId())
                .put("detail", decision.getDetail())
                .put("before", decision.getConfidenceBefore())
                .put("after", decision.getConfidenceAfter()));
    }
}
