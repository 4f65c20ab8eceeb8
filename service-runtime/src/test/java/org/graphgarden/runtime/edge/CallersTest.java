package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** For whom an address stands, whatever the headers say. */
class CallersTest {

    private final List<InetAddress> told = new ArrayList<>();
    private final Callers trusting = callers("10.1.0.0/16", "::1", "127.0.0.1");
    private final Callers alone = callers();

    @Test
    void shouldBelieveNobodyWhenNoProxyIsTrusted() throws Exception {
        assertThat(alone.of(address("203.0.113.7"), List.of("198.51.100.1"))).contains("cb007107");
        assertThat(trusting.of(address("203.0.113.7"), List.of("198.51.100.1"))).contains("cb007107");
    }

    @Test
    void shouldNotTellCallersApartWhenAnUnknownProxyOfThisMachineStandsBeforeThem() throws Exception {
        assertThat(alone.of(address("127.0.0.1"), List.of("198.51.100.1"))).isEmpty();
        assertThat(alone.of(address("::1"), List.of())).isEmpty();
    }

    @Test
    void shouldTakeTheNearestHopThatIsNoProxy() throws Exception {
        InetAddress proxy = address("127.0.0.1");
        assertThat(trusting.of(proxy, List.of("198.51.100.1"))).contains("c6336401");
        assertThat(trusting.of(proxy, List.of("1.1.1.1, 198.51.100.1 ,10.1.2.3")))
                .contains("c6336401");
        assertThat(trusting.of(proxy, List.of("1.1.1.1", "198.51.100.1,10.1.2.3")))
                .contains("c6336401");
        assertThat(trusting.of(address("10.2.0.1"), List.of("198.51.100.1"))).contains("0a020001");
    }

    @Test
    void shouldNotKnowWhoAsksWhenAProxySaysNothingOrNonsense() throws Exception {
        InetAddress proxy = address("10.1.0.1");
        for (String nonsense :
                List.of("", "unknown", "forge.example.org", "1.2.3", "1.2.3.4:99", "_hidden", "999.1.1.1")) {
            assertThat(trusting.of(proxy, List.of(nonsense))).as(nonsense).isEmpty();
        }
        assertThat(trusting.of(proxy, List.of())).isEmpty();
        assertThat(trusting.of(proxy, List.of("10.1.9.9"))).isEmpty();
    }

    @Test
    void shouldTakeHalfOfALongAddressForOneCaller() throws Exception {
        Optional<String> one = alone.of(address("2001:db8:1:2::5"), List.of());
        assertThat(alone.of(address("2001:db8:1:2:ffff:0:0:1"), List.of())).isEqualTo(one);
        assertThat(alone.of(address("2001:db8:1:3::5"), List.of())).isNotEqualTo(one);
    }

    @Test
    void shouldTellOnceWhenAPrivateAddressSpeaksForOthersAndIsNotTrusted() throws Exception {
        // when
        alone.of(address("203.0.113.7"), List.of("198.51.100.1"));
        alone.of(address("172.18.0.1"), List.of());
        trusting.of(address("10.1.0.1"), List.of("198.51.100.1"));

        // then
        assertThat(told).isEmpty();
        for (int i = 0; i < 3; i++) {
            alone.of(address("172.18.0.1"), List.of("198.51.100.1"));
        }
        trusting.of(address("fd00::1"), List.of("198.51.100.1"));
        assertThat(told).containsExactly(address("172.18.0.1"), address("fd00::1"));
    }

    private Callers callers(String... proxies) {
        return new Callers(Stream.of(proxies).map(Network::of).toList(), told::add);
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
