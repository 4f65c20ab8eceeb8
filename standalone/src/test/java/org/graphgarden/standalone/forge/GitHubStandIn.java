package org.graphgarden.standalone.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.graphgarden.pruner.forge.ForgeKind;

/** GitHub Enterprise Server's REST API, as far as pull requests go. */
final class GitHubStandIn extends ForgeStandIn {
    /** Forks are of the same owner here, so the filter lets them through. */
    private static final String OWNER = "people";

    private static final int LONGEST_BODY = 65_536;
    private static final String PULLS = "/repos/" + REPOSITORY + "/pulls";
    private static final String ISSUES = "/repos/" + REPOSITORY + "/issues/";

    GitHubStandIn() throws IOException {
        super(ForgeKind.GITHUB, "/api/v3");
    }

    @Override
    Map.Entry<String, String> credentials() {
        return Map.entry("Authorization", "Bearer " + TOKEN);
    }

    @Override
    Reply answer(String method, String path, Map<String, String> query, JsonNode body) throws Breach {
        if (method.equals("GET") && path.equals(PULLS)) {
            return list(query);
        }
        if (method.equals("POST") && path.equals(PULLS)) {
            return create(body);
        }
        if (method.equals("PATCH") && path.startsWith(PULLS + "/")) {
            Request request = request(path.substring(PULLS.length() + 1));
            fields(body, "title", "body");
            return Reply.of(200, json(write(request, body)));
        }
        if (method.equals("POST") && path.startsWith(ISSUES) && path.endsWith("/labels")) {
            Request request = request(path.substring(ISSUES.length(), path.length() - "/labels".length()));
            fields(body, "labels");
            body.get("labels").forEach(label -> request.labels.add(label.asText()));
            return Reply.of(200, JSON.valueToTree(List.copyOf(request.labels)));
        }
        throw new Breach(404, "Not Found");
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

    private static Request write(Request request, JsonNode body) throws Breach {
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
                .putObject("repo")
                .put("full_name", request.ofFork ? REPOSITORY + "-fork" : REPOSITORY);
        json.putObject("base").put("ref", request.base);
        request.labels.forEach(label -> json.withArray("labels").addObject().put("name", label));
        return json;
    }
}
