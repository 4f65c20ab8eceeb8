package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * GitLab's REST API v4: <a href="https://docs.gitlab.com/api/merge_requests/">merge requests</a>. A project is named by its path,
 * encoded as one segment; a merge request by its {@code iid}; labels are a list with commas, and those that the project lacks are
 * made. Without {@code scope=all} a list holds only what the token's user made. A merge request out of a fork has another
 * {@code source_project_id} than {@code target_project_id}.
 */
final class GitLab implements Forge {
    private final ForgeHttp http;
    private final String requests;

    GitLab(ForgeAccess access, Surroundings surroundings) {
        this.requests = "/projects/" + ForgeCall.encode(access.repository()) + "/merge_requests";
        this.http = new ForgeHttp(access, new ForgeHttp.TokenHeader("PRIVATE-TOKEN", ""), Map.of(), surroundings);
    }

    @Override
    public List<OpenRequest> open(String head) throws ForgeException {
        List<OpenRequest> open = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more && page <= MOST_PAGES; page++) {
            ForgeAnswer answer = http.call(ForgeCall.get(requests + "?state=opened&scope=all&source_branch="
                    + ForgeCall.encode(head) + "&order_by=created_at&sort=asc&per_page=100&page=" + page));
            for (JsonNode merge : answer.elements()) {
                if (isOurs(merge, head)) {
                    open.add(request(merge));
                }
            }
            more = answer.more();
        }
        return open;
    }

    @Override
    public Optional<String> closed(String head, String commit, String cycle) throws ForgeException {
        ForgeAnswer answer = http.call(ForgeCall.get(requests + "?state=closed&scope=all&source_branch="
                + ForgeCall.encode(head) + "&order_by=created_at&sort=desc&per_page=100&page=1"));
        return answer.elements().stream()
                .filter(merge ->
                        isOurs(merge, head) && merge.path("sha").asText().equals(commit))
                .map(merge -> merge.path("web_url").asText())
                .findFirst();
    }

    @Override
    public OpenRequest create(Proposal proposal) throws ForgeException {
        ObjectNode body = text(proposal).put("source_branch", proposal.head()).put("target_branch", proposal.base());
        return request(http.call(new ForgeCall("POST", requests, body)).body());
    }

    @Override
    public void update(OpenRequest request, Proposal proposal) throws ForgeException {
        http.call(new ForgeCall("PUT", requests + "/" + request.number(), text(proposal)));
    }

    @Override
    public void label(OpenRequest request, List<String> labels) throws ForgeException {
        ObjectNode body = ForgeHttp.JSON.createObjectNode().put("add_labels", String.join(",", labels));
        http.call(new ForgeCall("PUT", requests + "/" + request.number(), body));
    }

    @Override
    public void close(OpenRequest request, String why) throws ForgeException {
        String path = requests + "/" + request.number();
        http.call(new ForgeCall(
                "POST", path + "/notes", ForgeHttp.JSON.createObjectNode().put("body", why)));
        http.call(new ForgeCall("PUT", path, ForgeHttp.JSON.createObjectNode().put("state_event", "close")));
    }

    private static boolean isOurs(JsonNode merge, String head) {
        return merge.path("source_branch").asText().equals(head)
                && merge.path("source_project_id").equals(merge.path("target_project_id"));
    }

    private static ObjectNode text(Proposal proposal) {
        return ForgeHttp.JSON.createObjectNode().put("title", proposal.title()).put("description", proposal.body());
    }

    private static OpenRequest request(JsonNode merge) throws ForgeException {
        Set<String> labels = new HashSet<>();
        merge.path("labels").forEach(label -> labels.add(label.asText()));
        return new OpenRequest(
                ForgeAnswer.number(merge, "iid"),
                ForgeAnswer.text(merge, "web_url"),
                merge.path("target_branch").asText(),
                merge.path("title").asText(),
                merge.path("description").asText(""),
                labels);
    }
}
