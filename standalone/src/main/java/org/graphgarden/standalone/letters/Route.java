package org.graphgarden.standalone.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.Provider;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.events.Stage;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** How a letter is replayed. Pure. */
public sealed interface Route {

    /** Its file is read and told of again, because its own push went on without it. */
    record ReadAgain(PushNoticed hint) implements Route {}

    /** Its record is written to its topic again. */
    record WriteAgain(Topic topic) implements Route {}

    /** There is nothing to replay. */
    record None(String why) implements Route {}

    /** Topics whose records are about one file and count in a push. */
    Set<Topic> OF_FILES = Set.of(Topic.PATTERN_CHANGES, Topic.PATTERN_PROFILES);

    /** The way that is right for a letter. */
    static Route of(Letter letter, Instant now) {
        DeadLetter content = letter.content();
        Optional<Topic> topic = Topic.named(content.getSourceTopic());
        boolean ofFile = content.getSourceTopic().isEmpty()
                || topic.filter(OF_FILES::contains).isPresent();
        if (ofFile && content.getStage() == Stage.PRUNE) {
            return new None("the next cycle looks at the file in any case; `garden prune GARDEN now` asks for one");
        }
        if (ofFile && namesFile(letter)) {
            return new ReadAgain(hint(letter, now));
        }
        if (topic.isEmpty() || topic.get() == Topic.DEAD_LETTERS) {
            return new None("it names neither a file nor a record of a topic of ours");
        }
        if (!content.getPath().isEmpty() || content.getOriginalSize() == 0) {
            return new None("its record had no value that could be written again");
        }
        return new WriteAgain(topic.get());
    }

    private static boolean namesFile(Letter letter) {
        return RecordKeys.isName(letter.content().getGarden())
                && RecordKeys.isName(letter.content().getRepository())
                && (!letter.content().getPath().isEmpty() || RecordKeys.namesPattern(letter.key()));
    }

    private static PushNoticed hint(Letter letter, Instant now) {
        DeadLetter content = letter.content();
        PushNoticed.Builder hint = PushNoticed.newBuilder()
                .setGarden(content.getGarden())
                .setRepository(content.getRepository())
                .setProvider(Provider.OPERATOR)
                .setDeliveryId("replay-" + letter.id())
                .setNoticedAt(now);
        return content.getPath().isEmpty()
                ? hint.setSlug(RecordKeys.slug(letter.key())).build()
                : hint.setPath(content.getPath()).build();
    }
}
