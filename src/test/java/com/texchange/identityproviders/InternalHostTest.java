package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.TaxId;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry of the list of hosts in inner networks lets companies ask. */
class InternalHostTest {

    private static final TaxId COMPANY = new TaxId(TestPeople.anyTaxId());
    private static final TaxId OTHER = new TaxId(TestPeople.anyTaxId());

    /** Whoever runs the installation reads it when the application starts, and which entry it is. */
    @ParameterizedTest
    @ValueSource(strings = {"a host", "https://login.intra", "login.intra/path", "somebody@login.intra", "login.intra:", "login.intra:0",
        "login.intra:65536", "login.intra:x", "login.intra:443:443", "login.intra:**", "*", "*:443", "*.intra", "::1", "[::1", "[login]:443", "login.intra=",
        "login.intra=1", "login.intra:443=7700000000", "login.intra=0000000000", ":443", "=7707083893"})
    void whatIsNoEntryKeepsTheApplicationFromStarting(String entry) {
        assertThatThrownBy(() -> listed("login.example.com", entry)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t-exchange.sign-in-through-company.internal-hosts").hasMessageContaining(entry);
    }

    @Test
    void aHostAloneIsGoodForTheUsualPortOnly() {
        ProviderProperties properties = listed(" Login.Intra ", "");
        assertThat(properties.isInternal("login.intra", 443)).isTrue();
        assertThat(properties.isInternal("LOGIN.intra", 443, COMPANY)).isTrue();
        for (int port : new int[] {-1, 22, 80, 5432, 8443, 9200}) {
            assertThat(properties.isInternal("login.intra", port)).as("port %d", port).isFalse();
        }
        assertThat(properties.isInternal("other.login.intra", 443)).isFalse();
        assertThat(properties.isInternal("intra", 443)).isFalse();
    }

    @Test
    void aPortIsGoodForItselfAndAStarForAll() {
        ProviderProperties properties = listed("login.intra:8443", "[FD00::1]:9443", "10.0.0.1:*");
        assertThat(properties.isInternal("login.intra", 8443)).isTrue();
        assertThat(properties.isInternal("login.intra", 443)).isFalse();
        assertThat(properties.isInternal("[fd00::1]", 9443)).as("as in an address").isTrue();
        assertThat(properties.isInternal("fd00::1", 9443)).as("as it is connected to").isTrue();
        assertThat(properties.isInternal("fd00::1", 443)).isFalse();
        assertThat(properties.isInternal("10.0.0.1", 1)).isTrue();
    }

    @Test
    void aCompanysIsGoodForThatCompanyOnly() {
        ProviderProperties properties = listed("login.intra:8443=" + COMPANY);
        assertThat(properties.isInternal("login.intra", 8443, COMPANY)).isTrue();
        assertThat(properties.isInternal("login.intra", 8443, OTHER)).isFalse();
        assertThat(properties.isInternal("login.intra", 8443, null)).isFalse();
        assertThat(properties.isInternal("login.intra", 443, COMPANY)).isFalse();
        assertThat(properties.isHostListed("login.intra")).isTrue();
        assertThat(listed("login.intra=" + COMPANY, "login.intra=" + OTHER).isInternal("login.intra", 443, OTHER)).isTrue();
    }

    private static ProviderProperties listed(String... entries) {
        return new ProviderProperties(Set.of(entries), Duration.ofSeconds(5));
    }
}
