package org.graphgarden.format;

/**
 * Something wrong with one file. Callers know the file's name; the problem knows the place in it.
 *
 * @param code what is wrong
 * @param line line in the file, counted from 1; 0 when no line can be named
 * @param column column in the line, counted from 1; 0 when no column can be named
 * @param message what was found there, as a phrase without a final full stop
 */
public record Problem(ProblemCode code, int line, int column, String message) {

    public Problem {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column must not be negative: " + line + ", " + column);
        }
    }

    /** What a person can do about it. */
    public String remedy() {
        return code.remedy();
    }

    @Override
    public String toString() {
        return (line > 0 ? line + ":" + column + ": " : "") + code + ": " + message;
    }
}
