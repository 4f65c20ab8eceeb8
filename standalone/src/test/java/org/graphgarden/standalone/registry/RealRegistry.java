package org.graphgarden.standalone.registry;

import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The real registry for tests, fetched once for this checkout. */
public final class RealRegistry {
    /** With this property set a test that cannot run fails instead of being skipped. */
    private static final String NO_SKIPS = "garden.no-skips";

    private RealRegistry() {}

    /** The installation; the test is skipped, and says why, when it cannot be had. */
    public static RegistryInstallation installation() {
        try {
            return RegistryInstallation.provide(Path.of("target", "registry-cache"), progress -> {});
        } catch (RegistryProcessException e) {
            if (Boolean.getBoolean(NO_SKIPS)) {
                return Assertions.fail(e);
            }
            return Assumptions.abort("no real registry here: " + e.getMessage());
        }
    }
}
