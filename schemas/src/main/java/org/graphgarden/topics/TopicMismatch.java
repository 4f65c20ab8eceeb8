package org.graphgarden.topics;

/**
 * A topic on the broker is not what the catalogue says.
 *
 * @param topic name of the topic
 * @param setting what differs
 * @param found the broker's value
 * @param wanted the catalogue's value
 * @param remedy what an operator can do
 */
public record TopicMismatch(String topic, String setting, String found, String wanted, String remedy) {

    /** One sentence for an operator. */
    public String message() {
        return "topic " + topic + ": " + setting + " is " + found + ", but has to be " + wanted + "; " + remedy;
    }
}
