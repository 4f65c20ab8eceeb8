package org.graphgarden.ingest.read;

import org.graphgarden.format.ReadResult;
import org.graphgarden.git.PassedOver;

/** Why a file of a repository is none of ingest's business. */
public enum IgnoreReason {
    /** The repository's include and exclude do not choose it. */
    NOT_CHOSEN,
    /** A symbolic link, which is never followed. */
    SYMLINK,
    /** Another repository, which is never entered. */
    SUBMODULE,
    /** Its path is not UTF-8: it could not be written back as it was. */
    PATH_NOT_UTF8,
    /** It stands for a file that Git LFS keeps elsewhere. Patterns are text; keep them out of LFS. */
    LFS_POINTER,
    /** It has no front matter. */
    NO_FRONT_MATTER,
    /** Its front matter has neither slug nor id. */
    NO_SLUG,
    /** Its front matter cannot be read, and nothing in it looks like a slug or an id. */
    UNREADABLE_FRONT_MATTER;

    static IgnoreReason of(PassedOver reason) {
        return switch (reason) {
            case SYMLINK -> SYMLINK;
            case SUBMODULE -> SUBMODULE;
            case PATH_NOT_UTF8 -> PATH_NOT_UTF8;
            case NOT_CHOSEN -> NOT_CHOSEN;
        };
    }

    static IgnoreReason of(ReadResult.NotAPattern.Reason reason) {
        return switch (reason) {
            case NO_FRONT_MATTER -> NO_FRONT_MATTER;
            case NO_SLUG -> NO_SLUG;
            case UNREADABLE_FRONT_MATTER -> UNREADABLE_FRONT_MATTER;
        };
    }

    /** Whether its content was looked at. */
    boolean lookedAt() {
        return switch (this) {
            case NOT_CHOSEN, SYMLINK, SUBMODULE, PATH_NOT_UTF8 -> false;
            case LFS_POINTER, NO_FRONT_MATTER, NO_SLUG, UNREADABLE_FRONT_MATTER -> true;
        };
    }
}
