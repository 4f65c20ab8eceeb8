package org.graphgarden.standalone.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.Stage;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.Topic;

/** All letters that there are. */
public final class LetterBox {

    private LetterBox() {}

    /** A record is told of once by each stage; after a crash it may be told of again. */
    private record Source(Stage stage, String code, String topic, int partition, long offset, String repository) {
        static Source of(DeadLetter letter) {
            return new Source(
                    letter.getStage(),
                    letter.getCode(),
                    letter.getSourceTopic(),
                    letter.getSourcePartition(),
                    letter.getSourceOffset(),
                    letter.getRepository());
        }
    }

    /**
     * Everything that is committed by now, oldest first; of letters about one record and reason the first. What cannot be read is
     * named in the log.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer
     */
    public static List<Letter> read(KafkaClients clients) {
        Map<LetterId, Instant> replayed = new HashMap<>();
        List<ConsumerRecord<String, DeadLetter>> letters = new ArrayList<>();
        for (ConsumerRecord<String, DeadLetter> record :
                TopicReader.settled(clients).readToEnd(Topic.DEAD_LETTERS, DeadLetter.class)) {
            DeadLetter content = record.value();
            if (content == null) {
                continue;
            }
            if (Letters.isMark(content)) {
                mark(content, replayed);
            } else {
                letters.add(record);
            }
        }
        Set<Source> told = new HashSet<>();
        return letters.stream()
                .filter(record -> record.value().getSourceTopic().isEmpty() || told.add(Source.of(record.value())))
                .map(record -> letter(record, replayed))
                .sorted(Comparator.comparing((Letter letter) -> letter.content().getFailedAt())
                        .thenComparing(Letter::id))
                .toList();
    }

    private static void mark(DeadLetter mark, Map<LetterId, Instant> replayed) {
        LetterId id = LetterId.parse(Objects.requireNonNull(mark.getReplayOf()));
        replayed.put(id, Objects.requireNonNullElse(mark.getReplayedAt(), Instant.EPOCH));
    }

    private static Letter letter(ConsumerRecord<String, DeadLetter> record, Map<LetterId, Instant> replayed) {
        LetterId id = new LetterId(record.partition(), record.offset());
        String key = record.key() == null ? "" : record.key();
        return new Letter(id, key, record.value(), Optional.ofNullable(replayed.get(id)));
    }
}
