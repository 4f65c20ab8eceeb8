package org.graphgarden.inference.chat;

import org.graphgarden.kafka.KafkaClients;

/**
 * A language model that is to be asked.
 *
 * @param shelf keeps answers beside the topic
 */
public record LanguageModelUse(LanguageModelSettings settings, AnswerShelf shelf) {
    /** Opens a desk; who asks closes it. */
    public AnswerDesk open(KafkaClients clients, AnswerListener listener) {
        return settings.desk(clients, shelf, listener);
    }
}
