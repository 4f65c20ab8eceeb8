package org.graphgarden.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.graphgarden.standalone.child.Orphan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Path temp;

    BrokerProcessTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldAnswerAndLeaveNothingWhenClosed() throws Exception {
        // given
        RunFolder run = RunFolder.create(temp);
        BrokerProcess broker = BrokerProcess.start(run, DEADLINE);
        // when
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).isEmpty();
        }
        broker.close();
        run.close();
        // then
        assertThat(ProcessHandle.of(broker.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(temp).isEmptyDirectory();
        assertThat(broker.death()).isNotCompleted();
    }

    @Test
    void shouldTellItsDeathWhenKilledByOthers() throws Exception {
        // given
        try (RunFolder run = RunFolder.create(temp);
                BrokerProcess broker = BrokerProcess.start(run, DEADLINE)) {
            // when
            ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();
            // then
            assertThat(broker.death()).succeedsWithin(DEADLINE).asString().startsWith("exit code 137");
        }
    }

    @Test
    void shouldEndAndDeleteItsFolderWhenTheParentDies() throws Exception {
        // when
        Orphan orphan = Orphan.of(Parent.class, temp.toString());
        // then
        await().atMost(DEADLINE).until(orphan::isGone);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void shouldSayWhyWhenTheBrokerCannotStart() throws Exception {
        // given a folder where the broker's data should be made
        RunFolder run = RunFolder.create(temp);
        Files.writeString(run.folder("broker-1").resolve("data"), "a file");
        // when
        try (run) {
            BrokerProcess.start(run, DEADLINE).close();
            assertThat(false).as("started").isTrue();
        } catch (BrokerException e) {
            // then
            assertThat(e).hasMessageContaining("ended while starting").hasMessageContaining("data");
        }
    }

    /** Starts a broker, prints its process id and waits. */
    static final class Parent {
        public static void main(String[] args) throws IOException, InterruptedException {
            RunFolder run = RunFolder.create(Path.of(args[0]));
            BrokerProcess broker = BrokerProcess.start(run, DEADLINE);
            System.out.println(broker.pid());
            System.out.flush();
            while (List.of(args).size() > 0) {
                Thread.sleep(Duration.ofMinutes(1).toMillis());
            }
        }
    }
}
