package org.graphgarden.standalone.registry;

import java.nio.file.Path;
import org.graphgarden.standalone.Requirement;

/** The real registry for tests, fetched once for this checkout. */
public final class RealRegistry {

    private RealRegistry() {}

    /** The installation; the test is skipped, and says why, when it cannot be had. */
    public static RegistryInstallation installation() {
        try {
            return RegistryInstallation.provide(Path.of("target", "registry-cache"), progress -> {});
        } catch (RegistryProcessException e) {
            return Requirement.missing("no real registry here: " + e.getMessage());
        }
    }
}
