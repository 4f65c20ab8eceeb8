package org.graphgarden.standalone.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graphgarden.events.DeadLetter;
import org.jspecify.annotations.Nullable;

/** A letter as one JSON object without its bytes; what is not known is null. A public format. Pure. */
public final class LetterJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LetterJson() {}

    /** The object, on one line. */
    public static String of(Letter letter) {
        return write(object(letter));
    }

    /** What became of a letter, on one line. */
    public static String of(Letter letter, Replay.Outcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", letter.id().toString());
        if (outcome instanceof Replay.Outcome.Done done) {
            object.put("outcome", "replayed");
            object.put("message", done.how());
        } else if (outcome instanceof Replay.Outcome.Before before) {
            object.put("outcome", "replayed-before");
            object.put("message", "replayed at " + before.at());
        } else {
            object.put("outcome", "impossible");
            object.put("message", ((Replay.Outcome.Impossible) outcome).why());
        }
        return write(object);
    }

    private static Map<String, Object> object(Letter letter) {
        DeadLetter content = letter.content();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", letter.id().toString());
        object.put("key", letter.key());
        object.put("failedAt", content.getFailedAt().toString());
        object.put("stage", letter.stage());
        object.put("code", content.getCode());
        object.put("message", content.getMessage());
        object.put("garden", orNull(content.getGarden()));
        object.put("repository", orNull(content.getRepository()));
        object.put("path", orNull(content.getPath()));
        object.put("line", content.getLine() > 0 ? content.getLine() : null);
        object.put("commit", orNull(content.getCommit()));
        boolean record = !content.getSourceTopic().isEmpty();
        object.put("sourceTopic", record ? content.getSourceTopic() : null);
        object.put("sourcePartition", record ? content.getSourcePartition() : null);
        object.put("sourceOffset", record ? content.getSourceOffset() : null);
        object.put("originalSize", content.getOriginalSize());
        object.put("originalKept", content.getOriginal() != null);
        object.put("replayedAt", letter.replayedAt().map(Object::toString).orElse(null));
        return object;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String write(Map<String, Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }
}
