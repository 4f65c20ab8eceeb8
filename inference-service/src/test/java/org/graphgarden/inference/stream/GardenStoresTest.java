package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class GardenStoresTest {

    /** A store outlives the machine that wrote it. */
    @Test
    void shouldWriteTheSameKeysUnderEveryLocale() {
        // given
        Locale before = Locale.getDefault();
        try {
            // when
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            // then
            assertThat(GardenStores.pushKey("beds", "east", 12)).isEqualTo("beds/east/0000000000000000012");
        } finally {
            Locale.setDefault(before);
        }
    }
}
