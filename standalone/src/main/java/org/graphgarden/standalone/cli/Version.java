package org.graphgarden.standalone.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it into the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"garden " + number()};
    }

    static String number() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(unpackaged)");
    }
}
