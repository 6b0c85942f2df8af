package com.texchange.batches;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches and their rows in PostgreSQL. */
@Component
class BatchStore {

    private static final String BATCH = """
            select b.*, a.name as person,
                   greatest(0, extract(epoch from b.starts_at - clock_timestamp()) * 1000)::bigint as until_start
              from batch b join account a on a.id = b.started_by
            """;

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What its worker needs to know. @param enabled whether the person who asked for it may still sign in */
    record Work(BatchKind kind, Batch.State state, int run, CompanyId company, AccountId person, boolean enabled,
            @Nullable String reason) {
    }

    void insert(BatchId id, BatchKind kind, CompanyId company, AccountId person, @Nullable String reason, Instant now,
            Instant startsAt, int total) {
        jdbc.sql("""
                insert into batch (id, company_id, kind, state, reason, started_by, created_at, starts_at, run, total,
                    done, refused)
                values (:id, :company, :kind, 'SCHEDULED', :reason, :person, :now, :startsAt, 1, :total, 0, 0)
                """)
                .param("id", id.value()).param("company", company.value()).param("kind", kind.name())
                .param("reason", reason).param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC)).param("startsAt", startsAt.atOffset(ZoneOffset.UTC))
                .param("total", total)
                .update();
    }

    /** All in one statement. */
    void insertRows(BatchId id, List<BatchRow> rows) {
        jdbc.sql("""
                insert into batch_row (batch_id, line, onboarding_id, name, email, tax_id, city, language, code, state,
                    arguments)
                select :id, line, onboarding::uuid, name, email, tax_id, city, language, code, 'WAITING', '{}'
                  from unnest(:lines::int[], :onboardings::text[], :names::text[], :emails::text[], :taxIds::text[],
                      :cities::text[], :languages::text[], :codes::text[])
                    as listed (line, onboarding, name, email, tax_id, city, language, code)
                """)
                .param("id", id.value())
                .param("lines", rows.stream().map(BatchRow::line).toArray(Integer[]::new))
                .param("onboardings", texts(rows, BatchRow::onboarding))
                .param("names", texts(rows, BatchRow::name)).param("emails", texts(rows, BatchRow::email))
                .param("taxIds", texts(rows, BatchRow::taxId)).param("cities", texts(rows, BatchRow::city))
                .param("languages", texts(rows, row -> row.language().getLanguage()))
                .param("codes", texts(rows, BatchRow::code))
                .update();
    }

    private static @Nullable String[] texts(List<BatchRow> rows, Function<BatchRow, @Nullable Object> value) {
        return rows.stream().map(value).map(text -> text == null ? null : text.toString()).toArray(String[]::new);
    }

    /** Locks the batch, so that of two who change or work on it the second sees what the first has done. */
    Optional<Work> lock(BatchId id) {
        return jdbc.sql("""
                select b.*, a.enabled from batch b join account a on a.id = b.started_by
                 where b.id = ? for no key update of b
                """)
                .param(id.value())
                .query((row, number) -> new Work(BatchKind.valueOf(row.getString("kind")),
                        Batch.State.valueOf(row.getString("state")), row.getInt("run"),
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        new AccountId(row.getObject("started_by", UUID.class)), row.getBoolean("enabled"),
                        row.getString("reason")))
                .optional();
    }

    void delete(BatchId id) {
        jdbc.sql("delete from batch where id = ?").param(id.value()).update();
    }

    void state(BatchId id, Batch.State state, int run) {
        jdbc.sql("update batch set state = ?, run = ? where id = ?").params(state.name(), run, id.value()).update();
    }

    void progress(BatchId id, int done, int refused) {
        jdbc.sql("update batch set state = 'RUNNING', done = done + ?, refused = refused + ? where id = ?")
                .params(done, refused, id.value()).update();
    }

    void finish(BatchId id, Instant now) {
        jdbc.sql("update batch set state = 'FINISHED', finished_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id.value()).update();
    }

    void done(BatchId id, int line, BatchAction.Result result) {
        DistributorCode code = result.code();
        jdbc.sql("""
                update batch_row set state = 'DONE', onboarding_id = ?, code = coalesce(?, code)
                 where batch_id = ? and line = ?
                """)
                .param(result.onboarding().value())
                .param(code == null ? null : code.value())
                .param(id.value())
                .param(line)
                .update();
    }

    void refused(BatchId id, int line, String key, Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        jdbc.sql("""
                update batch_row set state = 'REFUSED', refusal = :key, arguments = :arguments
                 where batch_id = :id and line = :line
                """)
                .param("key", key).param("arguments", texts).param("id", id.value()).param("line", line).update();
    }

    Optional<Batch> find(BatchId id, CompanyId company) {
        return jdbc.sql(BATCH + " where b.id = ? and b.company_id = ?").params(id.value(), company.value())
                .query(BatchStore::batch).optional();
    }

    List<Batch> page(CompanyId company, int offset, int limit) {
        return jdbc.sql(BATCH + " where b.company_id = ? order by b.created_at desc, b.id offset ? limit ?")
                .params(company.value(), offset, limit).query(BatchStore::batch).list();
    }

    int count(CompanyId company) {
        return jdbc.sql("select count(*) from batch where company_id = ?").param(company.value())
                .query(Integer.class).single();
    }

    List<BatchRow> rows(BatchId id, BatchRow.@Nullable State state, int offset, int limit) {
        return jdbc.sql("select * from batch_row where batch_id = :id" + of(state)
                + " order by line offset :offset limit :limit")
                .param("id", id.value()).param("state", state == null ? null : state.name())
                .param("offset", offset).param("limit", limit)
                .query(BatchStore::row).list();
    }

    /** The next rows after a line. */
    List<BatchRow> rowsAfter(BatchId id, BatchRow.State state, int line, int limit) {
        return jdbc.sql("""
                select * from batch_row where batch_id = ? and state = ? and line > ? order by line limit ?
                """)
                .params(id.value(), state.name(), line, limit).query(BatchStore::row).list();
    }

    int countRows(BatchId id, BatchRow.@Nullable State state) {
        return jdbc.sql("select count(*) from batch_row where batch_id = :id" + of(state))
                .param("id", id.value()).param("state", state == null ? null : state.name())
                .query(Integer.class).single();
    }

    private static String of(BatchRow.@Nullable State state) {
        return state == null ? "" : " and state = :state";
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Batch(new BatchId(row.getObject("id", UUID.class)), BatchKind.valueOf(row.getString("kind")),
                Batch.State.valueOf(row.getString("state")), new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("person"), row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("until_start")), finished == null ? null : finished.toInstant(),
                row.getInt("total"), row.getInt("done"), row.getInt("refused"));
    }

    private static BatchRow row(ResultSet row, int number) throws SQLException {
        UUID onboarding = row.getObject("onboarding_id", UUID.class);
        String code = row.getString("code");
        return new BatchRow(row.getInt("line"), onboarding == null ? null : new OnboardingId(onboarding),
                row.getString("name"), EmailAddress.stored(row.getString("email")), row.getString("tax_id"),
                row.getString("city"), Locale.of(row.getString("language")),
                code == null ? null : new DistributorCode(code), BatchRow.State.valueOf(row.getString("state")),
                row.getString("refusal"), List.of((String[]) row.getArray("arguments").getArray()));
    }
}
