package org.graphgarden.inference.model;

/** A model file that cannot be used; the message names file and field and says what to do. */
public final class ModelFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelFileException(String file, String field, String problem) {
        super("model " + file + (field.isEmpty() ? "" : ", " + field) + ": " + problem);
    }
}
