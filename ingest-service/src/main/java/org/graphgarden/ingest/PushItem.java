package org.graphgarden.ingest;

import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.ingest.change.Change;
import org.graphgarden.ingest.change.SlugConflict;
import org.graphgarden.ingest.read.RefusedFile;

/** One record that a push is to write. */
sealed interface PushItem {

    /** What tells the item from others, for comparing plans. */
    String mark();

    /** Reason code when it is a dead letter; empty when it is a change. */
    default String code() {
        return "";
    }

    /** A pattern changed. */
    record Changed(Change change) implements PushItem {
        @Override
        public String mark() {
            return change.getClass().getSimpleName() + " " + change.slug() + " " + change.file();
        }
    }

    /** A file could not be read. */
    record Refused(RefusedFile file) implements PushItem {
        @Override
        public String mark() {
            return file.toString();
        }

        @Override
        public String code() {
            return file.code();
        }
    }

    /** A file is passed over for another with its slug. */
    record Conflicting(SlugConflict conflict) implements PushItem {
        @Override
        public String mark() {
            return conflict.toString();
        }

        @Override
        public String code() {
            return ReasonCode.SLUG_TAKEN.name();
        }
    }
}
