package org.graphgarden.standalone.forge;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** OpenSSH's own server, run by the current user on a port of the loopback interface with keys made for it. */
final class Sshd implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    /** Where the server keeps nobody when it is run by root; a system that never started it has none. */
    private static final Path EMPTY_FOLDER = Path.of("/run/sshd");

    private final Path folder;
    private final int port;
    private final Process process;

    /**
     * Starts it.
     *
     * @param folder a new folder for its keys, its configuration and its log
     */
    Sshd(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.port = freePort();
        key("host");
        key("user");
        Files.copy(folder.resolve("user.pub"), folder.resolve("admitted"));
        if ("root".equals(user())) {
            Files.createDirectories(EMPTY_FOLDER);
        }
        Path program = Objects.requireNonNull(RealGit.find("sshd"), "sshd");
        this.process = new ProcessBuilder(
                        program.toString(), "-D", "-e", "-f", configuration().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(DEADLINE).until(this::answers);
    }

    /** Address of a repository of this machine. */
    String address(Path repository) {
        return "ssh://" + user() + "@127.0.0.1:" + port + repository;
    }

    /** File of the private key that is let in. */
    Path userKey() {
        return folder.resolve("user");
    }

    /** The line of {@code known_hosts} by which a client knows this server. */
    String knownHost() throws IOException {
        return knownHostAs("host");
    }

    /** A line that gives this server another server's key. */
    String foreignHost() throws IOException {
        return knownHostAs("user");
    }

    /** What Git has to run for ssh to log in here, and to be sure where it is. */
    String command() throws IOException {
        Path known = Files.writeString(folder.resolve("known"), knownHost());
        return "ssh -F none -o BatchMode=yes -o StrictHostKeyChecking=yes -o IdentitiesOnly=yes -o UserKnownHostsFile="
                + known + " -i " + userKey();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private String knownHostAs(String key) throws IOException {
        String[] words = Files.readString(folder.resolve(key + ".pub")).split(" ");
        return "[127.0.0.1]:" + port + " " + words[0] + " " + words[1] + "\n";
    }

    private Path configuration() throws IOException {
        return Files.writeString(
                folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1:%d
                HostKey %s
                AuthorizedKeysFile %s
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PubkeyAuthentication yes
                PermitRootLogin prohibit-password
                UsePAM no
                StrictModes no
                PidFile none
                MaxStartups 100
                """.formatted(port, folder.resolve("host"), folder.resolve("admitted")));
    }

    private void key(String name) throws IOException, InterruptedException {
        RealGit.Ended ended = RealGit.run(
                Map.of(),
                List.of(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-C",
                        name,
                        "-f",
                        folder.resolve(name).toString()));
        if (!ended.fine()) {
            throw new IOException(ended.output());
        }
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("sshd ended: " + Files.readString(folder.resolve("log")));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
