package org.graphgarden.pruner.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** What the APIs of GitHub and of Gitea, which was made after it, have in common. */
abstract sealed class PullForge implements Forge permits GitHub, Gitea {
    final ForgeHttp http;
    /** Path of the repository in the API. */
    final String repository;

    PullForge(ForgeAccess access, ForgeHttp http) {
        this.http = http;
        this.repository = "/repos/" + access.repository();
    }

    @Override
    public final OpenRequest create(Proposal proposal) throws ForgeException {
        ObjectNode body = text(proposal).put("head", proposal.head()).put("base", proposal.base());
        return request(
                http.call(new ForgeCall("POST", repository + "/pulls", body)).body());
    }

    @Override
    public final void update(OpenRequest request, Proposal proposal) throws ForgeException {
        http.call(new ForgeCall("PATCH", repository + "/pulls/" + request.number(), text(proposal)));
    }

    @Override
    public final void close(OpenRequest request, String why) throws ForgeException {
        post(request, "comments", ForgeHttp.JSON.createObjectNode().put("body", why));
        ObjectNode state = ForgeHttp.JSON.createObjectNode().put("state", "closed");
        http.call(new ForgeCall("PATCH", repository + "/pulls/" + request.number(), state));
    }

    /** Comments and labels of a pull request are those of its issue. */
    final void post(OpenRequest request, String what, ObjectNode body) throws ForgeException {
        http.call(new ForgeCall("POST", repository + "/issues/" + request.number() + "/" + what, body));
    }

    private static ObjectNode text(Proposal proposal) {
        return ForgeHttp.JSON.createObjectNode().put("title", proposal.title()).put("body", proposal.body());
    }

    static OpenRequest request(JsonNode pull) throws ForgeException {
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
