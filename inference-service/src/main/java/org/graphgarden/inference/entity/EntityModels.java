package org.graphgarden.inference.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelPart;

/**
 * Everything that tagging has learned: the part {@code entities} of a model file.
 *
 * @param warm for gardens with a vocabulary of their own
 * @param cold for gardens without
 * @param types which type an entity is of
 */
public record EntityModels(Ranking warm, Ranking cold, TypeWeights types) {
    /** Name of the part in a model file. */
    public static final String PART = "entities";

    /**
     * What chooses entities.
     *
     * @param ranker log-odds that a candidate is an entity of the pattern
     * @param relevance how much the pattern is about it, 0 to 1 once cut off at both ends
     */
    public record Ranking(AdditiveModel ranker, AdditiveModel relevance) {
        private static Ranking of(ModelPart part) {
            return new Ranking(AdditiveModel.of(part.part("ranker")), AdditiveModel.of(part.part("relevance")));
        }

        private ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("ranker", ranker.toJson());
            json.set("relevance", relevance.toJson());
            return json;
        }
    }

    /** Reads the part of a model file. */
    public static EntityModels of(ModelFile file) {
        ModelPart part = file.part(PART);
        return new EntityModels(
                Ranking.of(part.part("warm")), Ranking.of(part.part("cold")), TypeWeights.of(part.part("types")));
    }

    /** As it stands in a model file. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("warm", warm.toJson());
        json.set("cold", cold.toJson());
        json.set("types", types.toJson());
        return json;
    }
}
