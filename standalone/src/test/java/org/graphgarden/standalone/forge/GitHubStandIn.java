package org.graphgarden.standalone.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.graphgarden.pruner.forge.ForgeKind;

/** GitHub Enterprise Server's REST API, as far as pull requests go. */
final class GitHubStandIn extends ForgeStandIn {
    /** Forks are of the same owner here, so the filter lets them through. */
    private static final String OWNER = "people";

    private static final int LONGEST_BODY = 65_536;
    private static final String PULLS = "/repos/" + REPOSITORY + "/pulls";
    private static final String ISSUES = "/repos/" + REPOSITORY + "/issues/";

    /** What the repository was called before it was given to somebody else. */
    static final String FORMER = "former/plots";

    private static final String BY_ID = "/repositories/7";

    GitHubStandIn() throws IOException {
        super(ForgeKind.GITHUB, "/api/v3");
    }

    @Override
    Map.Entry<String, String> credentials() {
        return Map.entry("Authorization", "Bearer " + TOKEN);
    }

    @Override
    Reply answer(String method, String path, Map<String, String> query, JsonNode body) throws Breach {
        if (path.startsWith("/repos/" + FORMER)) {
            return moved(method, path.substring(("/repos/" + FORMER).length()), query);
        }
        if (path.startsWith(BY_ID)) {
            return answer(method, "/repos/" + REPOSITORY + path.substring(BY_ID.length()), query, body);
        }
        if (method.equals("GET") && path.equals("/repos/" + REPOSITORY)) {
            return Reply.of(200, JSON.createObjectNode().put("id", 7).put("full_name", REPOSITORY));
        }
        if (method.equals("GET") && path.equals(PULLS)) {
            return list(query);
        }
        if (method.equals("POST") && path.equals(PULLS)) {
            return create(body);
        }
        if (method.equals("PATCH") && path.startsWith(PULLS + "/")) {
            Request request = request(path.substring(PULLS.length() + 1));
            fields(body, "title", "body", "state");
            return Reply.of(200, json(write(request, body)));
        }
        if (method.equals("POST") && path.startsWith(ISSUES) && path.endsWith("/labels")) {
            Request request = request(path.substring(ISSUES.length(), path.length() - "/labels".length()));
            fields(body, "labels");
            body.get("labels").forEach(label -> request.labels.add(label.asText()));
            return Reply.of(200, JSON.valueToTree(List.copyOf(request.labels)));
        }
        if (method.equals("POST") && path.startsWith(ISSUES) && path.endsWith("/comments")) {
            fields(body, "body");
            request(path.substring(ISSUES.length(), path.length() - "/comments".length()))
                    .comments
                    .add(body.get("body").asText());
            return Reply.of(201, JSON.createObjectNode());
        }
        throw new Breach(404, "Not Found");
    }

    /** Leads to the repository by its id, which names nobody. */
    private Reply moved(String method, String rest, Map<String, String> query) {
        String search = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Reply.of(method.equals("GET") ? 301 : 307, message("Moved Permanently"))
                .with(Map.of("Location", api() + BY_ID + rest + (search.isEmpty() ? "" : "?" + search)));
    }

    private Reply list(Map<String, String> query) throws Breach {
        parameters(query, "state", "head", "sort", "direction", "per_page", "page");
        String head = query.getOrDefault("head", "");
        // As documented: what is not in the form user:branch filters nothing.
        boolean filters = head.contains(":");
        List<ObjectNode> found = requests.stream()
                .filter(request -> request.state.equals(query.getOrDefault("state", "open")))
                .filter(request -> !filters || head.equals(OWNER + ":" + request.head))
                .map(this::json)
                .toList();
        return page(found, query, "per_page", 100);
    }

    private Reply create(JsonNode body) throws Breach {
        fields(body, "title", "head", "base", "body");
        String head = body.get("head").asText();
        boolean there = requests.stream()
                .anyMatch(other -> other.state.equals("open")
                        && !other.ofFork
                        && other.head.equals(head)
                        && other.base.equals(body.get("base").asText()));
        if (there) {
            ObjectNode error = message("Validation Failed");
            error.putArray("errors")
                    .addObject()
                    .put("message", "A pull request already exists for people:" + head + ".");
            return Reply.of(422, error);
        }
        return Reply.of(201, json(write(add(head, body.get("base").asText(), false), body)));
    }

    private Request write(Request request, JsonNode body) throws Breach {
        if (body.path("state").asText().equals("closed")) {
            close(request);
            return request;
        }
        require(body.path("body").asText().length() <= LONGEST_BODY, "body is too long (maximum is 65536 characters)");
        request.title = body.get("title").asText();
        // The forge keeps line ends as browsers send them.
        request.body = body.get("body").asText().replace("\n", "\r\n");
        return request;
    }

    private ObjectNode json(Request request) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", request.number)
                .put("html_url", url(request))
                .put("state", request.state)
                .put("title", request.title)
                .put("body", request.body);
        json.putObject("head")
                .put("ref", request.head)
                .put("sha", request.state.equals("open") ? tip : request.sha)
                .putObject("repo")
                .put("id", request.ofFork ? 8 : 7);
        json.putObject("base").put("ref", request.base).putObject("repo").put("id", 7);
        request.labels.forEach(label -> json.withArray("labels").addObject().put("name", label));
        return json;
    }
}
