package org.graphgarden.ingest.change;

/** What happened to one slug. */
public sealed interface Change {

    /** The slug. */
    String slug();

    /** The file that was there before ({@link Removed}) or is there now. */
    PatternFile file();

    /**
     * A pattern came.
     *
     * @param renamedFrom its slug before, or empty
     */
    record Added(PatternFile file, String renamedFrom) implements Change {
        @Override
        public String slug() {
            return file.slug();
        }
    }

    /** A pattern changed, or another file stands for its slug now. */
    record Modified(PatternFile file) implements Change {
        @Override
        public String slug() {
            return file.slug();
        }
    }

    /**
     * A pattern went.
     *
     * @param renamedTo its slug from now on, or empty
     */
    record Removed(PatternFile file, String renamedTo) implements Change {
        @Override
        public String slug() {
            return file.slug();
        }
    }
}
