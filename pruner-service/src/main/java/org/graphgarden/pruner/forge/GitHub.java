package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * GitHub's REST API, version 2022-11-28: <a href="https://docs.github.com/en/rest/pulls/pulls">pulls</a> and, as labels of a pull
 * request are those of its issue, <a href="https://docs.github.com/en/rest/issues/labels">labels</a>. A label that the repository
 * does not have is made by setting it. GitHub Enterprise Server has the same below {@code /api/v3}.
 */
final class GitHub implements Forge {
    private final ForgeAccess access;
    private final ForgeHttp http;
    private final String repository;

    GitHub(ForgeAccess access, Surroundings surroundings) {
        this.access = access;
        this.repository = "/repos/" + access.repository();
        this.http = new ForgeHttp(
                access,
                new ForgeHttp.TokenHeader("Authorization", "Bearer "),
                Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"),
                surroundings);
    }

    @Override
    public List<OpenRequest> open(String head) throws ForgeException {
        List<OpenRequest> open = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more && page <= MOST_PAGES; page++) {
            ForgeAnswer answer = http.call(list(head, page));
            for (JsonNode pull : answer.elements()) {
                if (isOurs(pull, head)) {
                    open.add(request(pull));
                }
            }
            more = answer.more();
        }
        return open;
    }

    @Override
    public OpenRequest create(Proposal proposal) throws ForgeException {
        ObjectNode body = text(proposal).put("head", proposal.head()).put("base", proposal.base());
        return request(
                http.call(new ForgeCall("POST", repository + "/pulls", body)).body());
    }

    @Override
    public void update(OpenRequest request, Proposal proposal) throws ForgeException {
        http.call(new ForgeCall("PATCH", repository + "/pulls/" + request.number(), text(proposal)));
    }

    @Override
    public void label(OpenRequest request, List<String> labels) throws ForgeException {
        ObjectNode body = ForgeHttp.JSON.createObjectNode();
        labels.forEach(body.putArray("labels")::add);
        http.call(new ForgeCall("POST", repository + "/issues/" + request.number() + "/labels", body));
    }

    /** The filter wants the owner before the branch, and is taken for none without. */
    private ForgeCall list(String head, int page) {
        return ForgeCall.get(repository + "/pulls?state=open&head=" + ForgeCall.encode(access.owner() + ":" + head)
                + "&sort=created&direction=asc&per_page=100&page=" + page);
    }

    /** An owner may have a repository and, in an organisation, a fork of it: the filter tells them not apart. */
    private boolean isOurs(JsonNode pull, String head) {
        return pull.at("/head/ref").asText().equals(head)
                && pull.at("/head/repo/full_name").asText().equalsIgnoreCase(access.repository());
    }

    private static ObjectNode text(Proposal proposal) {
        return ForgeHttp.JSON.createObjectNode().put("title", proposal.title()).put("body", proposal.body());
    }

    private static OpenRequest request(JsonNode pull) throws ForgeException {
        Set<String> labels = new HashSet<>();
        pull.path("labels").forEach(label -> labels.add(label.path("name").asText()));
        return new OpenRequest(
                ForgeAnswer.number(pull, "number"),
                ForgeAnswer.text(pull, "html_url"),
                pull.at("/base/ref").asText(),
                pull.path("title").asText(),
                pull.path("body").asText(""),
                labels);
    }
}
