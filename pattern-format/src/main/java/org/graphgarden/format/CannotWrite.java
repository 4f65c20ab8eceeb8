package org.graphgarden.format;

/** Leaves the writer when a place is found that it must not touch; the splicer makes a value of it. */
final class CannotWrite extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    CannotWrite(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    static CannotWrite at(ProblemCode code, String text, int offset, String message) {
        return new CannotWrite(new Problem(code, Lines.number(text, offset), 0, message));
    }

    Problem problem() {
        return problem;
    }
}
