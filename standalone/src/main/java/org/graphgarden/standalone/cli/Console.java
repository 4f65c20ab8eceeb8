package org.graphgarden.standalone.cli;

import java.io.PrintWriter;

/**
 * Where a command speaks: results go to {@code out}, progress and trouble to {@code err}.
 *
 * @param out standard output
 * @param err standard error
 */
record Console(PrintWriter out, PrintWriter err) {
    /** Whether a person watches standard error, so that a line may be rewritten; the launcher knows, Java cannot tell. */
    static boolean isTerminal() {
        return Boolean.getBoolean("garden.terminal");
    }
}
