package org.graphgarden.standalone.rights;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A real broker of one node in this process that lets nobody do anything without a right. Users come by SASL/PLAIN; who comes
 * by the other listener may do everything.
 */
final class GuardedBroker implements AutoCloseable {

    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final KafkaRaftServer server;
    private final Admin admin;
    private final int port;
    private final int openPort;

    private GuardedBroker(KafkaRaftServer server, int port, int openPort) {
        this.server = server;
        this.port = port;
        this.openPort = openPort;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + openPort));
    }

    static GuardedBroker start(Path folder, Collection<String> users) throws IOException {
        List<Integer> ports = freePorts(3);
        Properties settings = settings(folder.resolve("logs"), ports);
        settings.setProperty("listener.name.guarded.plain.sasl.jaas.config", logins(users));
        Path file = folder.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        if (StorageTool.execute(format, new PrintStream(PrintStream.nullOutputStream())) != 0) {
            throw new IOException("the broker's storage could not be formatted in " + folder);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new GuardedBroker(server, ports.get(0), ports.get(1));
    }

    /** Gives rights. */
    void allow(Stream<AclBinding> bindings) throws Exception {
        admin.createAcls(bindings.toList()).all().get();
    }

    /** Takes rights away; whoever holds a connection loses them as well. */
    void revoke(Stream<AclBinding> bindings) throws Exception {
        admin.deleteAcls(bindings.map(AclBinding::toFilter).toList()).all().get();
    }

    /** An administrator, who may do everything. */
    Admin admin() {
        return admin;
    }

    /** What stands under {@code kafka} in the settings of somebody who logs in as this user. */
    Map<String, String> login(String user) {
        return Map.of(
                // A member that failed is not waited for until the next one begins.
                "session.timeout.ms",
                "6000",
                "heartbeat.interval.ms",
                "1000",
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                PLAIN + " username=\"" + user + "\" password=\"" + password(user) + "\";");
    }

    /** What stands under {@code kafka} in an administrator's settings. */
    Map<String, String> administrator() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + openPort);
    }

    @Override
    public void close() {
        admin.close();
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path logs, List<Integer> ports) {
        List<String> listeners = List.of("GUARDED", "OPEN", "CONTROLLER");
        List<String> addresses = new ArrayList<>();
        for (int at = 0; at < listeners.size(); at++) {
            addresses.add(listeners.get(at) + "://127.0.0.1:" + ports.get(at));
        }
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", String.join(",", addresses),
                "listener.security.protocol.map", "GUARDED:SASL_PLAINTEXT,OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "OPEN",
                "controller.quorum.voters", "1@127.0.0.1:" + ports.get(2),
                "log.dirs", logs.toString(),
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                "authorizer.class.name", StandardAuthorizer.class.getName(),
                "super.users", "User:ANONYMOUS",
                "allow.everyone.if.no.acl.found", "false",
                "listener.name.guarded.sasl.enabled.mechanisms", "PLAIN"));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topic + ".replication.factor", "1");
            settings.setProperty(topic + ".num.partitions", "1");
        }
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    private static String logins(Collection<String> users) {
        return users.stream()
                .map(user -> " user_" + user + "=\"" + password(user) + "\"")
                .collect(Collectors.joining("", PLAIN, ";"));
    }

    private static String password(String user) {
        return user + "-password";
    }

    /** All sockets are held at once, so that the ports differ. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int at = 0; at < count; at++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
