package org.graphgarden.inference.stream;

import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.Stage;
import org.graphgarden.inference.chat.AnswerListener;
import org.graphgarden.inference.curated.Trusted;

/** Told how far inference has come; called from stream threads (and, of answers, from those that ask), so it must be quick and safe for concurrent use. */
public interface InferenceListener extends AnswerListener {
    InferenceListener SILENT = new InferenceListener() {};

    /** A pattern's profile reached its garden. */
    default void profiled(String garden) {}

    /**
     * One more pattern of a cut has been inferred.
     *
     * @param patterns number of patterns in the cut
     */
    default void inferred(String garden, int patterns) {}

    /** Something could not be processed and went to the dead letters. */
    default void deadLetter(String garden, Stage stage, String code) {}

    /** A push was closed; its profiles may still be on their way. */
    default void closed(PushClosed push) {}

    /** A garden was read whole, and this of what people wrote about its relationships may be learned from. */
    default void read(String garden, Trusted curated) {}

    /** So many profiles wait for their push to be whole, or for what is stale to be inferred. */
    default void inbox(String garden, int profiles) {}

    /** So many patterns are stale. */
    default void todo(String garden, int patterns) {}

    /** Links at or above the threshold were told to consumers. */
    default void told(String garden, int observed, int retracted) {}

    /** Nothing of the garden is stale: everything is inferred up to this cut. Told often. */
    default void settled(Affirmation cut) {}
}
