package org.graphgarden.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Unreciprocated;
import org.junit.jupiter.api.Test;

class CausesReferenceTest {
    private static final Pattern ID = Pattern.compile("`([^`]+)`");

    @Test
    void shouldExplainEveryCauseToStewardsAndNoOther() throws Exception {
        assertThat(explained("cause"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Cause.values()).map(Cause::id).toList());
    }

    @Test
    void shouldExplainEveryReasonForAOneWayLinkToStewardsAndNoOther() throws Exception {
        assertThat(explained("reason"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Unreciprocated.values())
                        .map(Unreciprocated::id)
                        .toList());
    }

    /** What stands in the first column of the table whose first column has this heading. */
    private static List<String> explained(String heading) throws Exception {
        return Files.readString(Path.of("..", "docs", "stewards.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", 3)[1])
                .flatMap(cell -> ID.matcher(cell).results())
                .map((MatchResult id) -> id.group(1))
                .toList();
    }
}
