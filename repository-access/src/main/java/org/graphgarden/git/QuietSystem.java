package org.graphgarden.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps the Git library from starting a {@code git} process to find the machine's configuration, from measuring for seconds how
 * fine the file system's time stamps are, and from writing what it measured into the home folder of whoever runs us. The
 * user's own configuration is read, for proxies and certificates.
 */
final class QuietSystem extends SystemReader.Delegate {

    private QuietSystem(SystemReader original) {
        super(original);
    }

    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof QuietSystem)) {
            SystemReader.setInstance(new QuietSystem(current));
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new InMemory(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new InMemory(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Measured(super.openUserConfig(parent, fs), fs);
    }

    /** The user's configuration, which says of every file system what the library assumes of one that cannot be measured. */
    private static final class Measured extends InMemory {

        Measured(Config parent, FS fs) {
            super(parent, fs);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            if (section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)) {
                Duration known = name.equals(ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION)
                        ? FS.FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION
                        : Duration.ZERO;
                return unit.convert(known);
            }
            return super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }

    private static class InMemory extends FileBasedConfig {

        InMemory(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // Nothing is kept.
        }

        @Override
        public void save() {
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
