package org.graphgarden.git;

/** Why an entry of a tree is no candidate file. */
public enum PassedOver {
    /** A symbolic link; never followed, wherever it points. */
    SYMLINK,
    /** A repository inside the repository; never followed. */
    SUBMODULE,
    /** Its path is not UTF-8, so it could not be written back as it was. */
    PATH_NOT_UTF8,
    /** The globs do not choose it. */
    NOT_CHOSEN
}
