package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.testing.IntegrationTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ValueConversionsIT {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @Autowired
    JdbcClient jdbc;

    record Sample(CompanyId companyId, @Nullable OnboardingId onboardingId, EmailAddress email, DistributorCode code,
            TaxId taxId, Locale language, Instant since, @Nullable Instant until, Role role, List<String> words,
            Set<String> groups, int count, @Nullable Integer more, boolean open) {
    }

    @Test
    void readsIdsValuesInstantsEnumsAndArraysIntoARecord() {
        UUID company = UUID.randomUUID();

        Sample sample = jdbc.sql("""
                select cast(:company as uuid) as company_id, null::uuid as onboarding_id, 'a@b.example' as email,
                    '01477' as code, '7707083893' as tax_id, 'ru' as language, cast(:noon as timestamptz) as since,
                    null::timestamptz as until, 'SUPPLIER' as role, array['one', 'two'] as words,
                    array['sales'] as groups, 3 as count, null::int as more, true as open
                """)
                .param("company", company).param("noon", NOON.toString())
                .query(Sample.class).single();

        assertThat(sample).isEqualTo(new Sample(new CompanyId(company), null, new EmailAddress("a@b.example"),
                new DistributorCode("01477"), new TaxId("7707083893"), Locale.of("ru"), NOON, null, Role.SUPPLIER,
                List.of("one", "two"), Set.of("sales"), 3, null, true));
    }

    record Stored(UUID id, String email, String role, Instant at, boolean known) {
    }

    @Test
    void takesThemAsNamedParameters() {
        AccountId account = new AccountId(UUID.randomUUID());

        Stored stored = jdbc.sql("""
                select cast(:id as uuid) as id, cast(:email as text) as email, cast(:role as text) as role,
                    cast(:at as timestamptz) as at, cast(:id as uuid) in (:ids) as known
                """)
                .param("id", account).param("email", new EmailAddress("a@b.example")).param("role", Role.SALES)
                .param("at", NOON).param("ids", List.of(new AccountId(UUID.randomUUID()), account))
                .query(Stored.class).single();

        assertThat(stored).isEqualTo(new Stored(account.value(), "a@b.example", "SALES", NOON, true));
    }

    @Test
    void takesThemAsParametersInOrder() {
        AccountId account = new AccountId(UUID.randomUUID());

        Stored stored = jdbc.sql("""
                select ?::uuid as id, ?::text as email, ?::text as role, ?::timestamptz as at, ?::text is not null as known
                """)
                .params(account, new EmailAddress("a@b.example"), Role.SALES, NOON, null)
                .query(Stored.class).single();

        assertThat(stored).isEqualTo(new Stored(account.value(), "a@b.example", "SALES", NOON, false));
    }

    @Test
    void takesThemWhereRowsAreFetchedBitByBit() {
        AccountId account = new AccountId(UUID.randomUUID());
        try (Stream<UUID> ids = jdbc.sql("select cast(:id as uuid) from generate_series(1, 3)").param("id", account)
                .withFetchSize(1).query(UUID.class).stream()) {
            assertThat(ids).hasSize(3).containsOnly(account.value());
        }
    }

    @Test
    void takesThemFromAMapAndInChanges() {
        assertThat(jdbc.sql("update account set name = name where id = :id or email = :email and created_at > :at")
                .params(Map.of("id", new AccountId(UUID.randomUUID()), "email", new EmailAddress("nobody@b.example"),
                        "at", NOON))
                .update()).isZero();
        assertThat(jdbc.sql("update account set name = name where id = ? and created_at > ?")
                .params(new AccountId(UUID.randomUUID()), NOON).update()).isZero();
    }

    @Test
    void aMomentLessAnIntervalIsAMoment() {
        assertThat(jdbc.sql("select :at - interval '1 hour'").param("at", NOON).query(OffsetDateTime.class).single()
                .toInstant()).isEqualTo(NOON.minusSeconds(3600));
    }

    @Test
    void sayWhatIsWrongWithAStatement() {
        assertThatThrownBy(() -> jdbc.sql("select nothing").query(String.class).single())
                .isInstanceOf(BadSqlGrammarException.class);
    }
}
