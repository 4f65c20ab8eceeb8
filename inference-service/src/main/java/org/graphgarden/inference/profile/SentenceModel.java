package org.graphgarden.inference.profile;

/** Turns a short text into a vector; texts of like meaning point the same way. Thread-safe; the same text gives the same bytes. */
public interface SentenceModel {
    /** Says nothing of any text: inference then rests on words alone. */
    SentenceModel NONE = new SentenceModel() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Embedding embed(String text) {
            return Embedding.NONE;
        }
    };

    /** Name and version of the model, fit for a file name: two models that may differ in a single digit differ in name. */
    String name();

    /** The embedding of a text, of unit length; {@link Embedding#NONE} when the model has nothing to say of it. */
    Embedding embed(String text);
}
