package org.graphgarden.format;

import java.util.List;

/** What became of reading one file. */
public sealed interface ReadResult {

    /**
     * The file is a pattern.
     *
     * @param document what was read
     */
    record Pattern(PatternDocument document) implements ReadResult {}

    /**
     * The file is something else: it has no front matter, or front matter with neither slug nor id.
     *
     * @param reason why
     */
    record NotAPattern(Reason reason) implements ReadResult {
        /** Why a file is no pattern. */
        public enum Reason {
            NO_FRONT_MATTER,
            /** There is front matter, with neither slug nor id. */
            NO_SLUG,
            /** There is front matter that cannot be read, and nothing in it looks like a slug or an id. */
            UNREADABLE_FRONT_MATTER
        }
    }

    /**
     * The file means to be a pattern but cannot be read.
     *
     * @param problems what is wrong, at least one
     */
    record Refused(List<Problem> problems) implements ReadResult {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems must not be empty");
            }
        }
    }
}
