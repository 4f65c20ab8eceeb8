package org.graphgarden.standalone.watch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.graphgarden.settings.NearestName;
import org.graphgarden.topics.Topic;

/** Topics as people write them: with or without {@code garden.}, or just enough of the words to tell which. */
public final class TopicNames {
    private static final String PREFIX = "garden.";

    private TopicNames() {}

    /**
     * The topic that is meant.
     *
     * @throws IllegalArgumentException when no topic is, or several; says which there are
     */
    public static Topic resolve(String name) {
        String wanted = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        List<Topic> same = Arrays.stream(Topic.values())
                .filter(topic -> shortName(topic).equals(wanted))
                .toList();
        List<Topic> found = same.isEmpty() ? completing(wanted) : same;
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("topic '" + name + "' is not known; " + remedy(wanted));
        }
        throw new IllegalArgumentException("topic '" + name + "' may be " + list(found, " or ") + "; write it out");
    }

    /** The name without what all of them have in front. */
    public static String shortName(Topic topic) {
        return topic.topicName().substring(PREFIX.length());
    }

    /** Every short name, in the order of the catalogue. */
    public static List<String> all() {
        return Arrays.stream(Topic.values()).map(TopicNames::shortName).toList();
    }

    /** Those of which a word begins like this. */
    private static List<Topic> completing(String wanted) {
        return Arrays.stream(Topic.values())
                .filter(topic -> !wanted.isEmpty() && ("-" + shortName(topic)).contains("-" + wanted))
                .toList();
    }

    private static String remedy(String wanted) {
        return NearestName.of(wanted, all())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> "use one of " + String.join(", ", all()));
    }

    private static String list(List<Topic> topics, String separator) {
        return topics.stream().map(TopicNames::shortName).collect(Collectors.joining(separator));
    }
}
