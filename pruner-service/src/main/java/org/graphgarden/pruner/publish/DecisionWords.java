package org.graphgarden.pruner.publish;

import java.util.Locale;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Kind;

/** Decisions in people's words, for commit messages and reports. */
public final class DecisionWords {
    private DecisionWords() {}

    /** Such as {@code links}. */
    public static String plural(Kind kind) {
        return switch (kind) {
            case LINK -> "links";
            case ENTITY -> "entities";
            case COMMUNITY -> "communities";
            case SECTION -> "sections";
        };
    }

    /** Such as {@code planted}. */
    public static String past(Action action) {
        String verb = action.name().toLowerCase(Locale.ROOT);
        return switch (verb) {
            case "drop" -> "dropped";
            case "rewrite" -> "rewritten";
            default -> verb + (verb.endsWith("e") ? "d" : "ed");
        };
    }

    /** Such as {@code above plant threshold}. */
    public static String cause(Cause cause) {
        return cause.id().replace('-', ' ');
    }
}
