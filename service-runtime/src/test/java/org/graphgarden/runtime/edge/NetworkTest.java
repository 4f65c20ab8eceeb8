package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16,   10.1.255.255, true",
        "10.1.0.0/16,   10.2.0.0,     false",
        "10.1.2.3,      10.1.2.3,     true",
        "10.1.2.3,      10.1.2.4,     false",
        "10.1.2.3/31,   10.1.2.2,     true",
        "0.0.0.0/0,     203.0.113.7,  true",
        "0.0.0.0/0,     ::1,          false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
    })
    void shouldHoldWhatBeginsLikeIt(String network, String address, boolean holds) {
        assertThat(Network.of(network).holds(Network.literal(address).orElseThrow()))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "10.1",
                "10.1.0.0/33",
                "10.1.0.0/-1",
                "10.1.0.0/x",
                "999.1.1.1",
                "1.1.1.256",
                "010.1.1.1",
                "/8",
                "",
                "fe80::1%eth0"
            })
    void shouldRefuseWhatIsNoAddressAndLookNoNameUp(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.onlyNetworks().ensureValid("http.trusted-proxies", List.of(text)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("http.trusted-proxies");
    }
}
