package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * GitHub's REST API, version 2022-11-28: <a href="https://docs.github.com/en/rest/pulls/pulls">pulls</a> and, as labels of a pull
 * request are those of its issue, <a href="https://docs.github.com/en/rest/issues/labels">labels</a>. A label that the repository
 * does not have is made by setting it. GitHub Enterprise Server has the same below {@code /api/v3}.
 */
final class GitHub extends PullForge {
    private final ForgeAccess access;
    /** Where the repository is now: elsewhere than configured once a redirect said so. */
    private String current;

    GitHub(ForgeAccess access, Surroundings surroundings) {
        super(
                access,
                new ForgeHttp(
                        access,
                        new ForgeHttp.TokenHeader("Authorization", "Bearer "),
                        Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"),
                        surroundings));
        this.access = access;
        this.current = access.repository();
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
    public Optional<String> closed(String head, String commit, String cycle) throws ForgeException {
        return list("closed", head, "desc", 1).elements().stream()
                .filter(pull -> isOurs(pull, head)
                        && pull.path("merged_at").asText("").isEmpty()
                        && pull.at("/head/sha").asText().equals(commit))
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
    public void label(OpenRequest request, List<String> labels) throws ForgeException {
        ObjectNode body = ForgeHttp.JSON.createObjectNode();
        labels.forEach(body.putArray("labels")::add);
        post(request, "labels", body);
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
}
