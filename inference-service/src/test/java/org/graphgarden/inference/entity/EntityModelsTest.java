package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelFileException;
import org.junit.jupiter.api.Test;

class EntityModelsTest {

    @Test
    void shouldWriteWhatItRead() {
        // given
        ModelFile shipped = ModelFile.shipped();

        // when, then
        assertThat(EntityModels.of(shipped).toJson())
                .isEqualTo(shipped.part(EntityModels.PART).node());
    }

    @Test
    void shouldNameTheFieldThatCannotBeUsed() {
        // given
        ObjectNode part = EntityModels.of(ModelFile.shipped()).toJson();
        ((ObjectNode) part.path("warm").path("ranker"))
                .putObject("rarity")
                .put("slope", 1)
                .putArray("bends")
                .add(1);

        // when, then
        assertThatThrownBy(() -> EntityModels.of(ModelFile.shipped().with(EntityModels.PART, part)))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("entities.warm.ranker.rarity.knots");
    }

    @Test
    void shouldBendAtEachKnot() {
        // given
        Curve curve = new Curve(1, new double[] {2, 4}, new double[] {-1, 3});

        // when, then
        assertThat(curve.at(1)).isEqualTo(1);
        assertThat(curve.at(3)).isEqualTo(2);
        assertThat(curve.at(5)).isEqualTo(5);
    }
}
