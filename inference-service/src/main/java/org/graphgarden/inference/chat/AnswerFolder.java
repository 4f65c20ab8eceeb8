package org.graphgarden.inference.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graphgarden.events.AnswerOutcome;
import org.graphgarden.events.LanguageModelAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answers in a folder, one file of JSON each: {@code <folder>/<2 hex>/<hash of the question>.json}. Several processes may share it. A
 * file that is damaged is as good as none; a folder that cannot be written costs money, not results.
 */
public final class AnswerFolder implements AnswerShelf {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerFolder.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final AtomicBoolean warned = new AtomicBoolean();

    public AnswerFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<LanguageModelAnswer> find(String question) {
        try {
            return read(question, MAPPER.readTree(Files.readAllBytes(fileOf(question))));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("a kept answer cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private static Optional<LanguageModelAnswer> read(String question, JsonNode node) {
        if (!node.path("question").asText().equals(question)) {
            return Optional.empty();
        }
        return Optional.of(LanguageModelAnswer.newBuilder()
                .setQuestion(question)
                .setModel(node.path("model").asText())
                .setOutcome(AnswerOutcome.valueOf(node.path("outcome").asText()))
                .setFailure(node.path("failure").asText())
                .setText(node.path("text").asText())
                .setPromptTokens(node.path("promptTokens").asInt())
                .setAnswerTokens(node.path("answerTokens").asInt())
                .setAnsweredAt(Instant.parse(node.path("answeredAt").asText()))
                .build());
    }

    /** Moved into place whole, so that nobody ever reads half of it. */
    @Override
    public void keep(LanguageModelAnswer answer) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("question", answer.getQuestion())
                .put("model", answer.getModel())
                .put("outcome", answer.getOutcome().name())
                .put("failure", answer.getFailure())
                .put("text", answer.getText())
                .put("promptTokens", answer.getPromptTokens())
                .put("answerTokens", answer.getAnswerTokens())
                .put("answeredAt", answer.getAnsweredAt().toString());
        Path file = fileOf(answer.getQuestion());
        try {
            Path parent = Files.createDirectories(file.resolveSibling(""));
            Path whole = Files.createTempFile(parent, "new", ".tmp");
            try {
                Files.write(whole, MAPPER.writeValueAsBytes(node));
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failure) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("answers cannot be kept in {}; every run asks and pays again", folder, failure);
            }
        }
    }

    private Path fileOf(String question) {
        return folder.resolve(question.substring(0, 2)).resolve(question + ".json");
    }
}
