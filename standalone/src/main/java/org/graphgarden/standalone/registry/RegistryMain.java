package org.graphgarden.standalone.registry;

import java.lang.reflect.InvocationTargetException;
import org.graphgarden.standalone.child.ChildLife;

/** What runs in the child process: the registry's own program, until it is told to stop or its parent dies. */
final class RegistryMain {
    private static final String PROGRAM = "io.quarkus.runner.GeneratedMain";

    private RegistryMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        ChildLife.endWithParent(System.in, () -> {});
        if (!ChildLife.ignoreInterrupts()) {
            System.err.println("interrupts cannot be ignored");
        }
        try {
            Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
