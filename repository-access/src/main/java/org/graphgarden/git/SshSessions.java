package org.graphgarden.git;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.transport.SshConstants;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * Ssh as the user has set it up: configuration, agent and {@code known_hosts} of the home folder, unless other files are given. A host whose key is not known
 * there is refused, for there is nobody to ask.
 */
final class SshSessions {
    private static final Map<Setup, SshSessionFactory> FACTORIES = new ConcurrentHashMap<>();

    private SshSessions() {}

    /** Sessions that log in with the given private key alone, or with the user's own keys when there is none. */
    static SshSessionFactory with(SshSetup ssh) {
        return FACTORIES.computeIfAbsent(new Setup(FS.DETECTED.userHome(), ssh), SshSessions::factory);
    }

    private static SshSessionFactory factory(Setup setup) {
        SshdSessionFactoryBuilder builder = new SshdSessionFactoryBuilder()
                .setPreferredAuthentications("publickey")
                .setHomeDirectory(setup.home)
                .setSshDirectory(new File(setup.home, SshConstants.SSH_DIR));
        Path key = setup.ssh.key();
        if (key != null) {
            List<Path> identities = List.of(key);
            // Nothing else is offered: some hosts close the door after a few keys they do not know.
            builder.setDefaultIdentities(folder -> identities).setConnectorFactory(null);
        }
        Path knownHosts = setup.ssh.knownHosts();
        if (knownHosts != null) {
            List<Path> files = List.of(knownHosts);
            builder.setDefaultKnownHostsFiles(folder -> files);
        }
        return builder.build(null);
    }

    private record Setup(File home, SshSetup ssh) {}
}
