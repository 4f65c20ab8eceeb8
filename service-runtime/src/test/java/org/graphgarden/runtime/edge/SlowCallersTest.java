package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowCallersTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final AtomicInteger answered = new AtomicInteger();

    SlowCallersTest() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.addBean(new SlowCallers(connector, Duration.ofMillis(1500), System::nanoTime));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                answered.incrementAndGet();
                callback.succeeded();
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void shouldCloseOnWhoSendsHeadersByAndBy() throws Exception {
        assertThat(trickled("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", "y")).isLessThan(100);
        assertThat(trickled("", "\r\n")).isLessThan(100);
        assertThat(answered).hasValue(0);
    }

    @Test
    void shouldNotCloseOnWhoAsksAgainAndAgain() throws Exception {
        assertThat(trickled("", "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).isEqualTo(100);
        assertThat(answered.get()).isGreaterThan(90);
    }

    /** How many of a hundred pieces were taken, one every 50 ms. */
    private int trickled(String beginning, String piece) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort());
        try (RawConnection connection = new RawConnection(address)) {
            connection.send(beginning);
            for (int i = 0; i < 100; i++) {
                Thread.sleep(50); // The pace of the caller is what is tested.
                connection.send(piece);
            }
            return 100;
        } catch (IOException e) {
            return 0;
        }
    }
}
