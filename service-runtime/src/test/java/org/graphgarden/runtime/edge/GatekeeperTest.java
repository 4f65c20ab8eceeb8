package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** For whom an address stands, whatever the headers say. */
class GatekeeperTest {

    private final Gatekeeper trusting = gatekeeper("10.1.0.0/16", "::1", "127.0.0.1");
    private final Gatekeeper alone = gatekeeper();

    @Test
    void shouldBelieveNobodyWhenNoProxyIsTrusted() throws Exception {
        assertThat(alone.caller(address("203.0.113.7"), List.of("198.51.100.1")))
                .contains("cb007107");
        assertThat(trusting.caller(address("203.0.113.7"), List.of("198.51.100.1")))
                .contains("cb007107");
    }

    @Test
    void shouldNotTellCallersApartWhenAnUnknownProxyOfThisMachineStandsBeforeThem() throws Exception {
        assertThat(alone.caller(address("127.0.0.1"), List.of("198.51.100.1"))).isEmpty();
        assertThat(alone.caller(address("::1"), List.of())).isEmpty();
    }

    @Test
    void shouldTakeTheNearestHopThatIsNoProxy() throws Exception {
        InetAddress proxy = address("127.0.0.1");
        assertThat(trusting.caller(proxy, List.of("198.51.100.1"))).contains("c6336401");
        assertThat(trusting.caller(proxy, List.of("1.1.1.1, 198.51.100.1 ,10.1.2.3")))
                .contains("c6336401");
        assertThat(trusting.caller(proxy, List.of("1.1.1.1", "198.51.100.1,10.1.2.3")))
                .contains("c6336401");
        assertThat(trusting.caller(address("10.2.0.1"), List.of("198.51.100.1")))
                .contains("0a020001");
    }

    @Test
    void shouldNotKnowWhoAsksWhenAProxySaysNothingOrNonsense() throws Exception {
        InetAddress proxy = address("10.1.0.1");
        for (String nonsense :
                List.of("", "unknown", "forge.example.org", "1.2.3", "1.2.3.4:99", "_hidden", "999.1.1.1")) {
            assertThat(trusting.caller(proxy, List.of(nonsense))).as(nonsense).isEmpty();
        }
        assertThat(trusting.caller(proxy, List.of())).isEmpty();
        assertThat(trusting.caller(proxy, List.of("10.1.9.9"))).isEmpty();
    }

    @Test
    void shouldTakeHalfOfALongAddressForOneCaller() throws Exception {
        Optional<String> one = alone.caller(address("2001:db8:1:2::5"), List.of());
        assertThat(alone.caller(address("2001:db8:1:2:ffff:0:0:1"), List.of())).isEqualTo(one);
        assertThat(alone.caller(address("2001:db8:1:3::5"), List.of())).isNotEqualTo(one);
    }

    private static Gatekeeper gatekeeper(String... proxies) {
        EdgeSettings settings = new EdgeSettings(
                "127.0.0.1",
                0,
                Optional.empty(),
                Duration.ofSeconds(1),
                4,
                Stream.of(proxies).map(Network::of).toList(),
                60);
        return new Gatekeeper(settings, () -> 0);
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
