package org.graphgarden.standalone.cli;

import java.io.PrintWriter;

/**
 * Where a command speaks: results go to {@code out}, progress and trouble to {@code err}.
 *
 * @param out standard output
 * @param err standard error
 */
record Console(PrintWriter out, PrintWriter err) {
    /** Whether a person watches, so that a line may be rewritten. */
    static boolean isTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }
}
