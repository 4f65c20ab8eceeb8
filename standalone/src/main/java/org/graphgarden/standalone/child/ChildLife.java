package org.graphgarden.standalone.child;

import java.io.IOException;
import java.io.InputStream;

/** How a child process lives and dies with its parent. */
public final class ChildLife {
    private ChildLife() {}

    /**
     * Halts this process when its parent is gone, however that ended: the parent holds the other end of our standard input open
     * for as long as it lives.
     *
     * @param last done before halting; has to be quick
     */
    public static void endWithParent(InputStream input, Runnable last) {
        Thread watcher = new Thread(() -> waitForEnd(input, last), "parent-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void waitForEnd(InputStream input, Runnable last) {
        try {
            while (input.read() >= 0) {
                // Nobody talks to us; only the end of the stream matters.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        try {
            last.run();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /**
     * Ctrl-C in a terminal goes to the parent and to us. The parent decides what happens then: it may have to finish something first,
     * and needs us for that. (By reflection, as the class is not part of the platform's API.)
     *
     * @return whether interrupts are ignored from now on
     */
    public static boolean ignoreInterrupts() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            handler.getField("SIG_IGN").get(null));
            return true;
        } catch (ReflectiveOperationException e) {
            // Then an interrupt ends us early, and the parent says so.
            return false;
        }
    }
}
