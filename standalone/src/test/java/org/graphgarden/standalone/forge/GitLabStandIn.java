package org.graphgarden.standalone.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.graphgarden.pruner.forge.ForgeKind;

/** GitLab's REST API v4, as far as merge requests go. */
final class GitLabStandIn extends ForgeStandIn {
    private static final String REQUESTS = "/projects/people%2Fbeds/merge_requests";

    GitLabStandIn() throws IOException {
        super(ForgeKind.GITLAB, "/api/v4");
    }

    @Override
    Map.Entry<String, String> credentials() {
        return Map.entry("PRIVATE-TOKEN", TOKEN);
    }

    @Override
    Reply answer(String method, String path, Map<String, String> query, JsonNode body) throws Breach {
        if (method.equals("GET") && path.equals(REQUESTS)) {
            return list(query);
        }
        if (method.equals("POST") && path.equals(REQUESTS)) {
            return create(body);
        }
        if (method.equals("POST") && path.startsWith(REQUESTS + "/") && path.endsWith("/notes")) {
            fields(body, "body");
            request(path.substring(REQUESTS.length() + 1, path.length() - "/notes".length()))
                    .comments
                    .add(body.get("body").asText());
            return Reply.of(201, JSON.createObjectNode());
        }
        if (method.equals("PUT") && path.startsWith(REQUESTS + "/")) {
            Request request = request(path.substring(REQUESTS.length() + 1));
            fields(body, "title", "description", "add_labels", "state_event");
            return Reply.of(200, json(write(request, body)));
        }
        throw new Breach(404, "404 Not found");
    }

    private Reply list(Map<String, String> query) throws Breach {
        parameters(query, "state", "scope", "source_branch", "order_by", "sort", "per_page", "page");
        require("all".equals(query.get("scope")), "without scope=all only the token's own are listed");
        String state = query.getOrDefault("state", "all").replace("opened", "open");
        List<ObjectNode> found = requests.stream()
                .filter(request -> state.equals("all") || request.state.equals(state))
                .filter(request -> request.head.equals(query.getOrDefault("source_branch", request.head)))
                .map(this::json)
                .toList();
        return page(found, query, "per_page", 100);
    }

    private Reply create(JsonNode body) throws Breach {
        fields(body, "title", "description", "source_branch", "target_branch");
        String head = body.get("source_branch").asText();
        for (Request other : requests) {
            if (other.state.equals("open")
                    && !other.ofFork
                    && other.head.equals(head)
                    && other.base.equals(body.get("target_branch").asText())) {
                ObjectNode conflict = JSON.createObjectNode();
                conflict.putArray("message")
                        .add("Another open merge request already exists for this source branch: !" + other.number);
                return Reply.of(409, conflict);
            }
        }
        return Reply.of(201, json(write(add(head, body.get("target_branch").asText(), false), body)));
    }

    private Request write(Request request, JsonNode body) {
        if (body.path("state_event").asText().equals("close")) {
            close(request);
        }
        request.title = body.path("title").asText(request.title);
        request.body = body.path("description").asText(request.body);
        if (body.has("add_labels")) {
            request.labels.addAll(List.of(body.get("add_labels").asText().split(",")));
        }
        return request;
    }

    private ObjectNode json(Request request) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", 1000 + request.number)
                .put("iid", request.number)
                .put("web_url", url(request))
                .put("sha", request.state.equals("open") ? tip : request.sha)
                .put("state", request.state.equals("open") ? "opened" : request.state)
                .put("title", request.title)
                .put("description", request.body)
                .put("source_branch", request.head)
                .put("target_branch", request.base)
                .put("source_project_id", request.ofFork ? 8 : 7)
                .put("target_project_id", 7);
        request.labels.forEach(json.putArray("labels")::add);
        return json;
    }
}
