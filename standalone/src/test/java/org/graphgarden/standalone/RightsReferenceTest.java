package org.graphgarden.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.graphgarden.topics.RightsReference;
import org.junit.jupiter.api.Test;

class RightsReferenceTest {

    private static final String BEGIN = "<!-- rights: generated -->\n";
    private static final String END = "<!-- end of rights -->\n";

    /** To write it anew: {@code mvn test -pl standalone -am -Dtest=RightsReferenceTest -Dgarden.write=true}. */
    @Test
    void shouldDocumentWhatIsDeclared() throws Exception {
        // given
        Path page = Path.of("..", "docs", "operators.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String declared =
                text.substring(0, begin) + RightsReference.write(GardenRights.ALL) + text.substring(text.indexOf(END));
        // when
        if (Boolean.getBoolean("garden.write")) {
            Files.writeString(page, declared);
        }
        // then
        assertThat(page)
                .as("the table of rights is generated; write it anew with -Dgarden.write=true and commit it")
                .hasContent(declared);
    }
}
