package org.graphgarden.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogFormatTest {

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setOut(before);
        LogFormat.TEXT.use();
    }

    @Test
    void shouldWriteAnObjectALineWithTheseKeysOnly() throws Exception {
        // given
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        LogFormat.JSON.use();

        // when
        LoggerFactory.getLogger("org.graphgarden.Test").info("two\nlines for {}", "you");
        LoggerFactory.getLogger("org.graphgarden.Test").warn("it failed", new IllegalStateException("why"));

        // then
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode plain = new ObjectMapper().readTree(lines.get(0));
        assertThat(keys(plain)).containsExactly("time", "level", "logger", "thread", "message");
        assertThat(plain.get("message").asText()).isEqualTo("two\nlines for you");
        JsonNode failed = new ObjectMapper().readTree(lines.get(1));
        assertThat(keys(failed)).containsExactly("time", "level", "logger", "thread", "message", "error", "stack");
        assertThat(failed.get("error").asText()).isEqualTo("why");
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
