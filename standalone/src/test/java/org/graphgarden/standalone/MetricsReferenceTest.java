package org.graphgarden.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.graphgarden.runtime.metrics.MeterReference;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.junit.jupiter.api.Test;

class MetricsReferenceTest {

    /** To write it anew: {@code mvn test -pl standalone -am -Dtest=MetricsReferenceTest -Dgarden.write=true}. */
    @Test
    void shouldDocumentWhatIsDeclared() throws Exception {
        // given
        Path page = Path.of("..", "docs", "metrics.md");
        String declared = MeterReference.write(GardenMeters.ALL);
        // when
        if (Boolean.getBoolean("garden.write")) {
            Files.writeString(page, declared);
        }
        // then
        assertThat(page)
                .as("docs/metrics.md is generated; write it anew with -Dgarden.write=true and commit it")
                .hasContent(declared);
    }

    @Test
    void shouldNameEveryMeterOnce() {
        assertThat(GardenMeters.ALL).extracting(MeterSpec::prometheusName).doesNotHaveDuplicates();
    }
}
