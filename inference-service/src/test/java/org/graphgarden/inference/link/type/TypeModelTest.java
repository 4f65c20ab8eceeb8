package org.graphgarden.inference.link.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphgarden.inference.link.type.TypeModel.Family;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelFileException;
import org.junit.jupiter.api.Test;

class TypeModelTest {
    private static final int FEATURES = TypeFeature.values().length;

    @Property(seed = "1", tries = 300)
    void shouldSayTheInverseFromTheOtherEnd(@ForAll("numbers") double[] features, @ForAll("numbers") double[] weights) {
        // given
        TypeModel model = new TypeModel(
                List.of(new Family(0.5, 0.1, weights), new Family(0.5, -0.2, weights), new Family(0.5, 0.3, weights)));
        // when
        double[] forth = model.probabilities(features);
        double[] back = model.probabilities(mirrored(features));
        // then
        for (LinkType type : LinkType.values()) {
            assertThat(back[type.inverse().ordinal()]).isEqualTo(forth[type.ordinal()]);
        }
        assertThat(Arrays.stream(forth).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(model.typeOf(mirrored(features)))
                .isEqualTo(model.typeOf(features).inverse());
    }

    @Test
    void shouldSaySpecificTypesOnlyAboveTheBar() {
        // given
        double[] weights = new double[FEATURES];
        weights[TypeFeature.NAMES.ordinal()] = 2;
        Family silent = new Family(1, -9, new double[FEATURES]);
        double[] features = new double[FEATURES];
        features[TypeFeature.NAMES.ordinal()] = 1;
        // when / then: e² / (e² + e⁻² + 1) is .87
        assertThat(model(silent, new Family(0.8, 0, weights)).typeOf(features)).isEqualTo(LinkType.REQUIRES);
        assertThat(model(silent, new Family(0.9, 0, weights)).typeOf(features)).isEqualTo(LinkType.COMPLEMENTARY);
        assertThat(model(silent, new Family(0.8, 0, weights)).typeOf(mirrored(features)))
                .isEqualTo(LinkType.ENABLES);
    }

    @Test
    void shouldReadWhatItWrites() {
        // given
        double[] weights = new double[FEATURES];
        weights[3] = 1.25;
        TypeModel model = model(new Family(1, -3, new double[FEATURES]), new Family(0.7, 0.5, weights));
        // when
        TypeModel read = TypeModel.of(ModelFile.shipped().with("types", model.toJson()));
        // then
        assertThat(read.toJson()).isEqualTo(model.toJson());
    }

    @Test
    void shouldNameTheFieldWhenABarIsOutOfRange() {
        // given
        var json = model(new Family(1, 0, new double[FEATURES]), new Family(1, 0, new double[FEATURES]))
                .toJson();
        json.withObject("/requires").put("bar", 0.3);
        ModelFile file = ModelFile.shipped().with("types", json);
        // when / then
        assertThatThrownBy(() -> TypeModel.of(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("types.requires.bar");
    }

    @Provide
    Arbitrary<double[]> numbers() {
        return Arbitraries.doubles().between(-3, 3).array(double[].class).ofSize(FEATURES);
    }

    private static TypeModel model(Family others, Family requires) {
        return new TypeModel(List.of(others, others, requires));
    }

    private static double[] mirrored(double[] features) {
        double[] mirrored = features.clone();
        for (TypeFeature feature : TypeFeature.values()) {
            mirrored[feature.ordinal()] *= feature.isMutual() ? 1 : -1;
        }
        return mirrored;
    }
}
