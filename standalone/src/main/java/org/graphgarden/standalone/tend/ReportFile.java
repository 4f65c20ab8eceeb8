package org.graphgarden.standalone.tend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.pruner.cycle.HealthRecords;
import org.graphgarden.pruner.health.HealthMap;
import org.graphgarden.settings.EnumWords;

/** The report of a run as JSON: counts, decisions by cause, refused files, timings; a public format. */
final class ReportFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportFile() {}

    static String write(TendResult result) {
        PruneCycle cycle = result.cycle();
        ObjectNode report = JSON.createObjectNode();
        report.put("garden", cycle.getGarden())
                .put("cycle", cycle.getCycle())
                .put("date", cycle.getDate())
                .put("outcome", EnumWords.of(cycle.getOutcome()))
                .put("message", cycle.getMessage())
                .put("base", result.push().getCommit())
                .put("model", cycle.getModel());
        report.set("commits", commits(cycle));
        report.set("counts", counts(result));
        DecisionJson.counts(cycle, report.putArray("decisions"));
        // File by file, so that the table of decisions can be counted again.
        ArrayNode revisions = report.putArray("revisions");
        result.revisions().forEach(revision -> DecisionJson.revision(revision, revisions.addObject()));
        report.set("refused", refused(result));
        report.set("curated_left_out", leftOut(result));
        report.set("health", health(cycle));
        ObjectNode timings = report.putObject("timings");
        for (Stage stage : Stage.values()) {
            Long millis = result.timings().get(stage);
            if (millis != null) {
                timings.put(EnumWords.of(stage), millis);
            }
        }
        return report.toPrettyString() + "\n";
    }

    private static JsonNode health(PruneCycle cycle) {
        return HealthRecords.of(cycle)
                .map(health -> JSON.<JsonNode>valueToTree(HealthMap.of(cycle.getGarden(), health)))
                .orElse(NullNode.getInstance());
    }

    private static ArrayNode commits(PruneCycle cycle) {
        ArrayNode commits = JSON.createArrayNode();
        cycle.getCommits().forEach(commit -> commits.addObject()
                .put("ref", commit.getRef())
                .put("commit", commit.getCommit())
                .put("files", commit.getFiles())
                .put("request", commit.getRequest()));
        return commits;
    }

    private static ObjectNode counts(TendResult result) {
        Figures figures = Figures.of(result);
        ObjectNode counts = JSON.createObjectNode();
        return counts.put("patterns", figures.patterns())
                .put("ignored", result.push().getIgnored())
                .put("refused", result.refused().size())
                .put("entities", figures.entities())
                .put("candidate_links", figures.candidates())
                .put("revised_sections", result.cycle().getRevisedSections())
                .put("links_planted", figures.linksPlanted())
                .put("links_dropped", figures.linksDropped())
                .put("entities_planted", figures.entitiesPlanted())
                .put("entities_dropped", figures.entitiesDropped())
                .put("communities_planted", figures.communitiesPlanted())
                .put("communities_dropped", figures.communitiesDropped())
                .put("entries_kept", figures.entriesKept());
    }

    private static ArrayNode refused(TendResult result) {
        ArrayNode refused = JSON.createArrayNode();
        result.refused().forEach(file -> refused.addObject()
                .put("path", file.path())
                .put("line", file.line())
                .put("code", file.code())
                .put("message", file.message()));
        return refused;
    }

    private static ArrayNode leftOut(TendResult result) {
        ArrayNode leftOut = JSON.createArrayNode();
        result.leftOut().forEach(finding -> leftOut.addObject()
                .put("list", finding.list())
                .put("relations", finding.relations())
                .put("first", finding.first())
                .put("last", finding.last())
                .put("patterns", finding.patterns())
                .put("share", rounded(finding.share()))
                .put("expected", rounded(finding.expected()))
                .put("surprise", rounded(finding.surprise()))
                .put("message", finding.message()));
        return leftOut;
    }

    private static double rounded(double value) {
        return StrictMath.round(value * 1000) / 1000.0;
    }
}
