package org.graphgarden.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.ReasonReference;
import org.graphgarden.events.Stage;
import org.graphgarden.format.ProblemCode;
import org.graphgarden.format.ProblemCode.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonReferenceTest {

    private static final String BEGIN = "<!-- reason codes: generated -->\n";
    private static final String END = "<!-- end of reason codes -->\n";

    /** To write it anew: {@code mvn test -pl standalone -am -Dtest=ReasonReferenceTest -Dgarden.write=true}. */
    @Test
    void shouldDocumentWhatIsDeclared() throws Exception {
        // given
        Path page = Path.of("..", "docs", "operators.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String declared = text.substring(0, begin) + ReasonReference.write() + text.substring(text.indexOf(END));
        // when
        if (Boolean.getBoolean("garden.write")) {
            Files.writeString(page, declared);
        }
        // then
        assertThat(page)
                .as("the table of reason codes is generated; write it anew with -Dgarden.write=true and commit it")
                .hasContent(declared);
    }

    /** What is wrong with a file is said in the same words, whoever says it. Warnings and a steward's wish are no reasons. */
    @ParameterizedTest
    @EnumSource(value = ProblemCode.class)
    void shouldKnowEveryReasonToLeaveAFileAlone(ProblemCode problem) {
        boolean leavesAlone = problem.severity() != Severity.WARNING && problem != ProblemCode.OPTED_OUT;
        if (leavesAlone) {
            ReasonCode code = ReasonCode.valueOf(problem.name());
            assertThat(code.remedy()).isEqualTo(problem.remedy());
            assertThat(code.stages())
                    .containsExactly(problem.severity() == Severity.REFUSING ? Stage.INGEST : Stage.PRUNE);
        } else {
            assertThat(ReasonCode.named(problem.name())).isEmpty();
        }
    }

    @Test
    void shouldHaveReasonsForEveryStage() {
        // when
        Set<Stage> stages = Arrays.stream(ReasonCode.values())
                .flatMap(code -> code.stages().stream())
                .collect(Collectors.toSet());
        // then
        assertThat(stages).containsExactlyInAnyOrder(Stage.INGEST, Stage.PROFILE, Stage.GARDEN, Stage.PRUNE);
    }
}
