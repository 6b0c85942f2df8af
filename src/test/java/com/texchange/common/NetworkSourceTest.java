package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSourceTest {

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::1, 2001:0DB8:0001:0002::5",
        "::ffff:203.0.113.5, 203.0.113.5", "fe80::1%eth0, fe80::2", "[2001:db8:1:2::1], 2001:db8:1:2::1"})
    void isOneLine(String first, String second) {
        assertThat(NetworkSource.of(first)).isEqualTo(NetworkSource.of(second));
    }

    @Test
    void twoLinesOfOneSiteShareTheSite() {
        NetworkSource one = NetworkSource.of("2001:db8:1:2::1");
        NetworkSource other = NetworkSource.of("2001:db8:1:3::1");

        assertThat(one.line()).isNotEqualTo(other.line());
        assertThat(one.site()).isPresent().isEqualTo(other.site()).isNotEqualTo(NetworkSource.of("2001:db8:2:2::1").site());
        assertThat(NetworkSource.of("203.0.113.5")).isEqualTo(new NetworkSource("203.0.113.5", Optional.empty()))
                .isNotEqualTo(NetworkSource.of("203.0.113.6"));
    }

    @Test
    void isWrittenAsPeopleWriteIt() {
        NetworkSource source = NetworkSource.of("2001:db8:1:2::1");

        assertThat(source.writtenLine()).isEqualTo("2001:0db8:0001:0002::/64");
        assertThat(source.writtenSite()).contains("2001:0db8:0001::/48");
        assertThat(NetworkSource.of("203.0.113.5").writtenLine()).isEqualTo("203.0.113.5");
    }

    /** A name is never looked up. */
    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "evil.example", "dead", "1.2.3", "203.0.113.5:80:1:2:3:4:5:6:7"})
    void whatIsNoAddressStandsForItself(String text) {
        assertThat(NetworkSource.of(text).site()).isEmpty();
    }
}
