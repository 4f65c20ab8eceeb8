package org.graphgarden.standalone.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphgarden.pruner.forge.ForgeKind;

/** The API v1 of Gitea and Forgejo, as far as pull requests go; its pages hold ten elements at most. */
final class GiteaStandIn extends ForgeStandIn {
    private static final int MOST = 10;
    private static final String ROOT = "/repos/" + REPOSITORY;

    /** Labels of the repository; a label's id is its place, from 1. */
    final List<String> labels = new ArrayList<>();

    GiteaStandIn(ForgeKind kind) throws IOException {
        super(kind, "/api/v1");
    }

    @Override
    Map.Entry<String, String> credentials() {
        return Map.entry("Authorization", "token " + TOKEN);
    }

    @Override
    Reply answer(String method, String path, Map<String, String> query, JsonNode body) throws Breach {
        switch (method + " " + path.replaceAll("/\\d+", "/N")) {
            case "GET " + ROOT + "/pulls":
                parameters(query, "state", "sort", "page", "limit");
                return page(open(query), query, "limit", MOST);
            case "POST " + ROOT + "/pulls":
                return create(body);
            case "PATCH " + ROOT + "/pulls/N":
                fields(body, "title", "body", "state");
                return Reply.of(201, json(write(request(path.substring((ROOT + "/pulls/").length())), body)));
            case "GET " + ROOT + "/labels":
                parameters(query, "page", "limit");
                // As in ListLabels: the count is told, the next page is not.
                return page(labels.stream().map(this::label).toList(), query, "limit", MOST)
                        .with(Map.of("X-Total-Count", String.valueOf(labels.size())));
            case "POST " + ROOT + "/labels":
                fields(body, "name", "color");
                require(body.get("color").asText().matches("#[0-9a-f]{6}"), "color is no colour");
                labels.add(body.get("name").asText());
                return Reply.of(201, label(body.get("name").asText()));
            case "POST " + ROOT + "/issues/N/comments":
                fields(body, "body");
                request(path.replaceAll(".*/(\\d+)/comments", "$1"))
                        .comments
                        .add(body.get("body").asText());
                return Reply.of(201, JSON.createObjectNode());
            case "POST " + ROOT + "/issues/N/labels":
                return set(request(path.replaceAll(".*/(\\d+)/labels", "$1")), body);
            default:
                throw new Breach(404, "The target couldn't be found.");
        }
    }

    private List<ObjectNode> open(Map<String, String> query) {
        return requests.stream()
                .filter(request -> request.state.equals(query.getOrDefault("state", "open")))
                .map(this::json)
                .toList();
    }

    private Reply create(JsonNode body) throws Breach {
        fields(body, "title", "body", "head", "base");
        String head = body.get("head").asText();
        boolean there = requests.stream()
                .anyMatch(other -> other.state.equals("open")
                        && !other.ofFork
                        && other.head.equals(head)
                        && other.base.equals(body.get("base").asText()));
        return there
                ? Reply.of(409, message("pull request already exists for these targets"))
                : Reply.of(201, json(write(add(head, body.get("base").asText(), false), body)));
    }

    private Reply set(Request request, JsonNode body) throws Breach {
        fields(body, "labels");
        for (JsonNode id : body.get("labels")) {
            require(id.isIntegralNumber() && id.asInt() >= 1 && id.asInt() <= labels.size(), "labels go by id");
            request.labels.add(labels.get(id.asInt() - 1));
        }
        return Reply.of(200, JSON.createArrayNode());
    }

    private Request write(Request request, JsonNode body) {
        if (body.path("state").asText().equals("closed")) {
            close(request);
            return request;
        }
        request.title = body.get("title").asText();
        request.body = body.get("body").asText();
        return request;
    }

    private ObjectNode label(String name) {
        return JSON.createObjectNode().put("id", labels.indexOf(name) + 1).put("name", name);
    }

    private ObjectNode json(Request request) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", 500 + request.number)
                .put("number", request.number)
                .put("html_url", url(request))
                .put("state", request.state)
                .put("title", request.title)
                .put("body", request.body);
        json.putObject("head")
                .put("ref", request.head)
                .put("repo_id", request.ofFork ? 8 : 7)
                // Of closed ones, too: where the branch stands today.
                .put("sha", tip);
        json.putObject("base").put("ref", request.base).put("repo_id", 7);
        request.labels.forEach(name -> json.withArray("labels").add(label(name)));
        return json;
    }
}
