package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.texchange.common.TaxId;
import com.texchange.partners.Companies;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.web.client.ResourceAccessException;

/** Of a listed host nobody but the company that it is for, at the port that it is for, is let in; and what was set before is looked at again. */
@IntegrationTest
class ListedServersIT extends CompanyWithForgedServer {

    private static final String INNER = "identityproviders.refused.inner";
    /** By http only what is listed can be reached at all. */
    private static final String PLAIN = "identityproviders.refused.https";
    @Autowired
    Companies companies;
    @Autowired
    Clock clock;
    private final HostNames names = new HostNames();

    @AfterEach
    void stopLookingUp() {
        names.close();
    }

    @Test
    void anotherPortOfAListedHostIsNotGoneTo() throws Exception {
        try (ForgedServer other = new ForgedServer()) {
            ProviderProperties properties = listed(place(server));
            ProviderHttp http = new ProviderHttp(properties, names);
            assertThat(http.client().build().get().uri(server.issuer() + "/keys").retrieve().body(String.class)).contains("keys");
            assertThatThrownBy(() -> http.client().build().get().uri(other.issuer() + "/keys").retrieve().body(String.class))
                    .isInstanceOf(ResourceAccessException.class).hasCauseInstanceOf(InnerHostException.class);
            assertThat(other.asked("/keys")).isZero();

            Discovery discovery = new Discovery(new ProviderAddress(properties, names), properties, http);
            assertThat(discovery.metadata(server.issuer(), company())).contains(server.issuer());
            assertThatThrownBy(() -> discovery.metadata(other.issuer(), company())).hasMessage(PLAIN);
            assertThatThrownBy(() -> discovery.metadata("https://" + place(other), company())).hasMessage(INNER);
            for (String address : new String[] {"authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"}) {
                Map<String, Object> said = server.metadata();
                said.put(address, "https://" + place(other) + "/elsewhere");
                server.describe(said);
                assertThatThrownBy(() -> discovery.metadata(server.issuer(), company())).as(address).hasMessage(INNER);
            }
            assertThat(other.asked("/elsewhere")).isZero();
            http.close();
        }
    }

    @Test
    void anotherCompanyDoesNotNameIt() throws Exception {
        ProviderProperties properties = listed(place(server) + "=" + company());
        ProviderHttp http = new ProviderHttp(properties, names);
        Discovery discovery = new Discovery(new ProviderAddress(properties, names), properties, http);
        assertThat(discovery.metadata(server.issuer(), company())).contains(server.issuer());
        assertRefused(discovery, new TaxId(TestPeople.anyTaxId()));
        assertRefused(discovery, null);
        http.close();
    }

    private void assertRefused(Discovery discovery, @Nullable TaxId company) {
        assertThatThrownBy(() -> discovery.metadata(server.issuer(), company)).hasMessage(PLAIN);
        assertThatThrownBy(() -> discovery.metadata("https://" + place(server), company)).hasMessage(INNER);
    }

    @Test
    void whoseServerIsListedOtherwiseByNowHasNoneAndTheLogSaysWhichEntryIsMissing() {
        for (String entry : new String[] {"127.0.0.1", "127.0.0.1:1", place(server) + "=" + TestPeople.anyTaxId()}) {
            ListedServers narrowed = new ListedServers(listed(entry), companies);
            assertThat(narrowed.missing(stored())).as(entry).containsExactly(place(server) + "=" + company());
            assertThat(rows(narrowed).findOpen(administrator.companyId())).as(entry).isEmpty();
        }
        for (String entry : new String[] {"127.0.0.1:*", place(server), place(server) + "=" + company(), "login.example.com"}) {
            ListedServers right = new ListedServers(listed(entry), companies);
            assertThat(rows(right).findOpen(administrator.companyId())).as(entry).isPresent();
        }

        Logger logger = (Logger) LoggerFactory.getLogger(NarrowedServers.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        ListedServers narrowed = new ListedServers(listed("127.0.0.1"), companies);
        new NarrowedServers(rows(narrowed), narrowed).run(new DefaultApplicationArguments());
        logger.detachAppender(log);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).filteredOn(line -> line.contains(place(server)))
                .singleElement().asString().contains("internal-hosts", company().value());
    }

    private StoredProvider stored() {
        return rows(new ListedServers(listed(), companies)).find(administrator.companyId()).orElseThrow();
    }

    private ProviderRows rows(ListedServers listed) {
        return new ProviderRows(jdbc, companies, listed, clock);
    }

    private TaxId company() {
        return Objects.requireNonNull(companies.get(administrator.companyId()).taxId());
    }

    private static String place(ForgedServer server) {
        return URI.create(server.issuer()).getAuthority();
    }

    private static ProviderProperties listed(String... entries) {
        return new ProviderProperties(Set.of(entries), Duration.ofSeconds(5));
    }
}
