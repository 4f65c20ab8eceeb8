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
 * GitHub's REST API, version 2022-11-28: <a href="https://docs.github.com/en/rest/pulls/pulls">pulls</a> and, as labels of a pull
 * request are those of its issue, <a href="https://docs.github.com/en/rest/issues/labels">labels</a>. A label that the repository
 * does not have is made by setting it. GitHub Enterprise Server has the same below {@code /api/v3}.
 */
final class GitHub implements Forge {
    private final ForgeAccess access;
    private final ForgeHttp http;
    /** Where the repository is now: elsewhere than configured once a redirect said so. */
    private String current;

    private final String repository;

    GitHub(ForgeAccess access, Surroundings surroundings) {
        this.access = access;
        this.current = access.repository();
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
            ForgeAnswer answer = list("open", head, "asc", page);
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
    public Optional<String> closed(Proposal proposal) throws ForgeException {
        return list("closed", proposal.head(), "desc", 1).elements().stream()
                .filter(pull -> isOurs(pull, proposal.head())
                        && pull.path("merged_at").asText("").isEmpty()
                        && pull.at("/head/sha").asText().equals(proposal.commit()))
                .map(pull -> pull.path("html_url").asText())
                .findFirst();
    }

    @Override
    public String remark() {
        return current.equals(access.repository())
                ? ""
                : "The repository is " + current + " now: give that as its url, or as forge-url. ";
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

    /** The filter knows the owner of today only, so after a transfer the list has to be asked for again. */
    private ForgeAnswer list(String state, String head, String direction, int page) throws ForgeException {
        ForgeAnswer answer = http.call(query(state, head, direction, page));
        if (!answer.moved()) {
            return answer;
        }
        String before = current;
        current = ForgeAnswer.text(http.call(ForgeCall.get(repository)).body(), "full_name");
        return owner(before).equals(owner(current)) ? answer : http.call(query(state, head, direction, page));
    }

    /** The filter wants the owner before the branch, and is taken for none without. */
    private ForgeCall query(String state, String head, String direction, int page) {
        return ForgeCall.get(repository + "/pulls?state=" + state + "&head="
                + ForgeCall.encode(owner(current) + ":" + head) + "&sort=created&direction=" + direction
                + "&per_page=100&page=" + page);
    }

    private static String owner(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }

    /** An owner may have a repository and, in an organisation, a fork of it: the filter tells them not apart. */
    private static boolean isOurs(JsonNode pull, String head) {
        JsonNode id = pull.at("/head/repo/id");
        return pull.at("/head/ref").asText().equals(head)
                && id.isIntegralNumber()
                && id.equals(pull.at("/base/repo/id"));
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
