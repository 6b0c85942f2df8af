package com.texchange.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.testing.WithoutProcess;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** How entries are written and kept. */
@WithoutProcess
class AuditTrailIT {

    @Autowired
    AuditTrail audit;
    @Autowired
    AuditRefusals refusals;
    @Autowired
    ForgettingEntries forgetting;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private final String name = "eve " + UUID.randomUUID();

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whatIsRecordedStandsWithItsTransactionAndFallsWithIt() {
        transaction.executeWithoutResult(status -> {
            audit.record(act());
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();

        transaction.executeWithoutResult(status -> {
            audit.record(act());
            audit.record(act());
            assertThat(count()).isZero();
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatIsTooLongOrUnreadableIsKeptAsFarAsItGoes() {
        audit.record(Audited.byStranger(AuditKind.SIGN_IN_REFUSED, name + "\u0000" + "x".repeat(5000)).values(null, "y".repeat(5000)));

        assertThat(jdbc.sql("select length(actor) || ' ' || length(new_value) from audit_entry where actor like ?").param(name + "%")
                .query(String.class).single()).isEqualTo("254 4000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'nobody'", "delete from audit_entry", "truncate audit_entry"})
    void entriesAreNeitherChangedNorRemoved(String statement) {
        audit.record(act());

        assertThatThrownBy(() -> jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class).rootCause()
                .hasMessageContaining("kept as they are");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsOlderThanTheRetentionIsForgotten() {
        write("1200 days");
        write("400 days");
        write("1 day");

        forgetting.forget();

        assertThat(count()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from audit_entry where kind = 'ENTRIES_FORGOTTEN' and at > now() - interval '1 minute'")
                .query(Integer.class).single()).isPositive();
        assertThat(jdbc.sql("select audit_forget(interval '0', 1000)").query(Integer.class).single()).isPositive();
        assertThat(count()).as("whatever retention is asked for, the database keeps 90 days").isEqualTo(1);
    }

    @Test
    void aFloodIsSummedUp() {
        comeFrom("192.0.2." + ThreadLocalRandom.current().nextInt(256));
        for (int i = 0; i < 50; i++) {
            refusals.record(act());
        }
        refusals.write(true);

        assertThat(count()).isBetween(1, 3);
        assertThat(jdbc.sql("select sum(times) from audit_entry where actor = ?").param(name).query(Integer.class).single()).isEqualTo(50);
    }

    @Test
    void whoTriesManyAddressesFillsFewLines() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String source = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        comeFrom(source);
        for (int i = 0; i < 100; i++) {
            refusals.record(Audited.byStranger(AuditKind.SIGN_IN_REFUSED, name + i));
        }
        refusals.write(true);

        assertThat(jdbc.sql("select count(*) from audit_entry where source = ?").param(source).query(Integer.class).single())
                .isBetween(AuditRefusals.MOST_OF_SOURCE + 1, AuditRefusals.MOST_OF_SOURCE + 5);
        assertThat(jdbc.sql("select sum(times) from audit_entry where source = ?").param(source).query(Integer.class).single())
                .isEqualTo(100);
    }

    /** Who has a line of IPv6 has as many addresses as one likes. */
    @Test
    void anotherAddressOfTheSameLineIsTheSameSource() {
        String line = anySite() + ":7:";
        for (int i = 0; i < 100; i++) {
            comeFrom(line + ":" + Integer.toHexString(i + 1));
            refusals.record(Audited.byStranger(AuditKind.SIGN_IN_REFUSED, name + i));
        }
        refusals.write(true);

        assertThat(rowsFrom(line + ":%")).isEqualTo(AuditRefusals.MOST_OF_SOURCE);
        assertThat(timesFrom(line + ":%")).isEqualTo(AuditRefusals.MOST_OF_SOURCE);
        assertThat(timesFrom(line.replace(":7:", ":0007::/64"))).isEqualTo(100 - AuditRefusals.MOST_OF_SOURCE);
    }

    @Test
    void aSiteOfManyLinesFillsAPartOfAll() {
        String site = anySite();
        for (int i = 0; i < 300; i++) {
            comeFrom(site + ":" + Integer.toHexString(i + 1) + "::1");
            refusals.record(Audited.byStranger(AuditKind.SIGN_IN_REFUSED, name + i));
        }
        refusals.write(true);

        assertThat(rowsFrom(site + ":%::1")).isEqualTo(AuditRefusals.MOST_OF_SITE);
        assertThat(timesFrom(site + "::/48")).isEqualTo(300 - AuditRefusals.MOST_OF_SITE);
    }

    /** All four digits of each part, as entries write them. */
    private static String anySite() {
        return "2001:0db8:%04x".formatted(ThreadLocalRandom.current().nextInt(0x1000, 0x10000));
    }

    private int rowsFrom(String sources) {
        return jdbc.sql("select count(*) from audit_entry where source like ?").param(sources).query(Integer.class).single();
    }

    private int timesFrom(String source) {
        return jdbc.sql("select coalesce(sum(times), 0) from audit_entry where source like ?").param(source).query(Integer.class).single();
    }

    private static void comeFrom(String source) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(source);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private Audited act() {
        return Audited.byStranger(AuditKind.SIGN_IN_REFUSED, name);
    }

    private void write(String age) {
        jdbc.sql("insert into audit_entry (at, kind, actor, companies) values (now() - cast(? as interval), 'SIGNED_IN', ?, '{}')")
                .params(age, name).update();
    }

    private int count() {
        return jdbc.sql("select count(*) from audit_entry where actor = ?").param(name).query(Integer.class).single();
    }
}
