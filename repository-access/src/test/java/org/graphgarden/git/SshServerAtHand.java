package org.graphgarden.git;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/** An ssh server on the loopback interface that runs Git's own commands for whoever has the right key. */
final class SshServerAtHand implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();

    SshServerAtHand(PublicKey admitted) throws IOException {
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, admitted));
        server.setCommandFactory(new ProcessShellCommandFactory());
        server.start();
    }

    String address(Path repository) {
        return "ssh://gardener@" + server.getHost() + ":" + server.getPort() + repository;
    }

    /** Writes the server's key where a user's client looks for it. */
    void introduceTo(Path home) throws IOException, GeneralSecurityException {
        PublicKey key =
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        Path hosts = Files.createDirectories(home.resolve(".ssh")).resolve("known_hosts");
        String line = "[" + server.getHost() + "]:" + server.getPort() + " " + PublicKeyEntry.toString(key) + "\n";
        Files.writeString(hosts, line, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
