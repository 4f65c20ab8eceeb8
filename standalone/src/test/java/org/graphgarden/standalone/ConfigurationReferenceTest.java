package org.graphgarden.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ReferenceWriter;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
    private static final Path DOCS = Path.of("..", "docs");

    /** To write it anew: {@code mvn test -pl standalone -am -Dtest=ConfigurationReferenceTest -Dgarden.write=true}. */
    @Test
    void shouldDocumentWhatIsDeclared() throws Exception {
        // given
        Path page = DOCS.resolve("configuration.md");
        String declared = ReferenceWriter.write(GardenDeclarations.ALL);
        // when
        if (Boolean.getBoolean("garden.write")) {
            Files.writeString(page, declared);
        }
        // then
        assertThat(page)
                .as("docs/configuration.md is generated; write it anew with -Dgarden.write=true and commit it")
                .hasContent(declared);
    }

    @Test
    void shouldAcceptTheExample() {
        // given
        Path example = DOCS.resolve("examples").resolve("garden.yaml");
        // when
        Configuration configuration = Configuration.load(example, GardenDeclarations.ALL);
        // then
        assertThat(configuration.gardens()).isEmpty();
    }
}
