package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.pruner.publish.Surroundings;

/**
 * The API v1 of Gitea and Forgejo, as their Swagger files ({@code templates/swagger/v1_json.tmpl}) and {@code routers/api/v1/repo}
 * have it. It differs from GitHub's: pull requests cannot be listed by their head; labels go by id, and are the repository's or its
 * organisation's; a pull request that exists already is 409; editing one is answered with 201.
 */
final class Gitea extends PullForge {
    /** Servers give 50 at most unless their administrator has set another limit. */
    private static final int PAGE = 50;

    private static final String COLOUR = "#4c8c4a";

    private final ForgeAccess access;

    Gitea(ForgeAccess access, Surroundings surroundings) {
        super(
                access,
                new ForgeHttp(access, new ForgeHttp.TokenHeader("Authorization", "token "), Map.of(), surroundings));
        this.access = access;
    }

    @Override
    public List<OpenRequest> open(String head) throws ForgeException {
        List<OpenRequest> open = new ArrayList<>();
        for (JsonNode pull : all(repository + "/pulls?state=open&sort=oldest&")) {
            if (isOurs(pull, head)) {
                open.add(request(pull));
            }
        }
        return open;
    }

    /** A closed request tells where its branch stands today, not where it stood: its text tells of which commit it was. */
    @Override
    public Optional<String> closed(String head, String commit, String cycle) throws ForgeException {
        String mark = GardenHistory.TRAILER + ": " + cycle;
        return page(repository + "/pulls?state=closed&sort=recentupdate&", 1).elements().stream()
                .filter(pull -> isOurs(pull, head)
                        && !pull.path("merged").asBoolean()
                        && pull.at("/head/sha").asText().equals(commit)
                        && pull.path("body").asText().lines().map(String::strip).anyMatch(mark::equals))
                .map(pull -> pull.path("html_url").asText())
                .findFirst();
    }

    @Override
    public void label(OpenRequest request, List<String> labels) throws ForgeException {
        Map<String, Long> known = labels();
        ObjectNode body = ForgeHttp.JSON.createObjectNode();
        ArrayNode ids = body.putArray("labels");
        for (String label : labels) {
            Long id = known.get(label.toLowerCase(Locale.ROOT));
            ids.add(id == null ? made(label) : id);
        }
        post(request, "labels", body);
    }

    /** Ids by name; the repository's own come before its organisation's. */
    private Map<String, Long> labels() throws ForgeException {
        List<JsonNode> found = new ArrayList<>(all(repository + "/labels?"));
        try {
            found.addAll(all("/orgs/" + access.owner() + "/labels?"));
        } catch (ForgeException e) {
            // A person has no such labels, and a token may not be let see an organisation's.
            if (e.trouble() != ForgeTrouble.NOT_FOUND && e.trouble() != ForgeTrouble.NOT_ALLOWED) {
                throw e;
            }
        }
        Map<String, Long> ids = new TreeMap<>();
        for (JsonNode label : found) {
            ids.putIfAbsent(ForgeAnswer.text(label, "name").toLowerCase(Locale.ROOT), ForgeAnswer.number(label, "id"));
        }
        return ids;
    }

    private long made(String label) throws ForgeException {
        ObjectNode body = ForgeHttp.JSON.createObjectNode().put("name", label).put("color", COLOUR);
        return ForgeAnswer.number(
                http.call(new ForgeCall("POST", repository + "/labels", body)).body(), "id");
    }

    /**
     * Of labels there is no {@code Link}, and of anything no promise on the size of a page.
     *
     * @param start of path and query, up to where the page is named
     */
    private List<JsonNode> all(String start) throws ForgeException {
        List<JsonNode> all = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more && page <= MOST_PAGES; page++) {
            ForgeAnswer answer = page(start, page);
            List<JsonNode> elements = answer.elements();
            all.addAll(elements);
            more = !elements.isEmpty() && (answer.total() == ForgeAnswer.UNKNOWN || all.size() < answer.total());
        }
        return all;
    }

    private ForgeAnswer page(String start, int page) throws ForgeException {
        return http.call(ForgeCall.get(start + "page=" + page + "&limit=" + PAGE));
    }

    /** A branch of a fork may have the same name. */
    private static boolean isOurs(JsonNode pull, String head) {
        return pull.at("/head/ref").asText().equals(head)
                && pull.at("/head/repo_id").asLong(-1)
                        == pull.at("/base/repo_id").asLong(-2);
    }
}
