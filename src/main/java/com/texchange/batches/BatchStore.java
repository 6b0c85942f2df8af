package com.texchange.batches;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Batches and their rows in PostgreSQL. */
@Component
class BatchStore {

    private static final String BATCH = """
            select b.*, a.name as person,
                   greatest(0, extract(epoch from b.starts_at - clock_timestamp()) * 1000)::bigint as until_start
              from batch b join accounts_person a on a.id = b.started_by
            """;
    /** What stands in a row. A batch has so few that none is kept in this form. */
    private static final String WRITTEN = """
            common_search_form(label || E'\\n' || coalesce((select string_agg(detail.value, E'\\n') from jsonb_each_text(details) detail), ''))""";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What its worker needs to know. */
    record Work(BatchKind kind, Batch.State state, int run, CompanyId company, AccountId person,
            Map<String, String> parameters) {
    }

    void insert(BatchId id, BatchKind kind, CompanyId company, AccountId person, Map<String, String> parameters,
            Instant now, Instant startsAt, int total) {
        jdbc.sql("""
                insert into batch (id, company_id, kind, state, parameters, started_by, created_at, starts_at, run, total,
                    done, refused)
                values (:id, :company, :kind, 'SCHEDULED', :parameters::jsonb, :person, :now, :startsAt, 1, :total, 0, 0)
                """)
                .param("id", id.value()).param("company", company.value()).param("kind", kind.key())
                .param("parameters", json(parameters)).param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC)).param("startsAt", startsAt.atOffset(ZoneOffset.UTC))
                .param("total", total)
                .update();
    }

    /** All in one statement. */
    void insertRows(BatchId id, List<BatchRow> rows) {
        jdbc.sql("""
                insert into batch_row (batch_id, line, subject_id, label, details, state, arguments)
                select :id, line, subject::uuid, label, details::jsonb, 'WAITING', '{}'
                  from unnest(:lines::int[], :subjects::text[], :labels::text[], :details::text[])
                    as listed (line, subject, label, details)
                """)
                .param("id", id.value()).param("lines", lines(rows))
                .param("subjects", texts(rows, BatchRow::subject)).param("labels", texts(rows, BatchRow::label))
                .param("details", texts(rows, row -> json(row.details())))
                .update();
    }

    /** Locks the batch, so that of two who change or work on it the second sees what the first has done. */
    Optional<Work> lock(BatchId id) {
        return jdbc.sql("select * from batch where id = ? for no key update").param(id.value())
                .query((row, number) -> new Work(new BatchKind(row.getString("kind")),
                        Batch.State.valueOf(row.getString("state")), row.getInt("run"),
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        new AccountId(row.getObject("started_by", UUID.class)), map(row.getString("parameters"))))
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

    /** What became of the rows, in one statement. @param results in the order of the rows */
    void results(BatchId id, List<BatchRow> rows, List<RowResult> results) {
        jdbc.sql("""
                update batch_row r
                   set state = case when result.refusal is null then 'DONE' else 'REFUSED' end,
                       subject_id = coalesce(result.subject::uuid, r.subject_id),
                       details = r.details || result.details::jsonb, refusal = result.refusal,
                       arguments = array(select jsonb_array_elements_text(result.arguments::jsonb))
                  from unnest(:lines::int[], :subjects::text[], :details::text[], :refusals::text[], :arguments::text[])
                    as result (line, subject, details, refusal, arguments)
                 where r.batch_id = :id and r.line = result.line
                """)
                .param("id", id.value()).param("lines", lines(rows))
                .param("subjects", texts(results, result -> result instanceof RowResult.Done done ? done.subject() : null))
                .param("details", texts(results, result -> json(result instanceof RowResult.Done done
                        ? done.details() : Map.of())))
                .param("refusals", texts(results, result -> result instanceof Refusal refusal ? refusal.key() : null))
                .param("arguments", texts(results, result -> json(result instanceof Refusal refusal
                        ? refusal.arguments() : List.of())))
                .update();
    }

    private static Integer[] lines(List<BatchRow> rows) {
        return rows.stream().map(BatchRow::line).toArray(Integer[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> values, Function<T, @Nullable Object> text) {
        return values.stream().map(text).map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }

    Optional<Batch> find(BatchId id, CompanyId company) {
        return jdbc.sql(BATCH + " where b.id = ? and b.company_id = ?").params(id.value(), company.value())
                .query(BatchStore::batch).optional();
    }

    List<Batch> page(Collection<BatchKind> kinds, CompanyId company, int offset, int limit) {
        return jdbc.sql(BATCH + """
                 where b.company_id = :company and b.kind = any(:kinds) order by b.created_at desc, b.id
                offset :offset limit :limit
                """)
                .param("company", company.value()).param("kinds", keys(kinds)).param("offset", offset)
                .param("limit", limit).query(BatchStore::batch).list();
    }

    int count(Collection<BatchKind> kinds, CompanyId company) {
        return jdbc.sql("select count(*) from batch where company_id = ? and kind = any(?)")
                .params(company.value(), keys(kinds)).query(Integer.class).single();
    }

    private static String[] keys(Collection<BatchKind> kinds) {
        return kinds.stream().map(BatchKind::key).toArray(String[]::new);
    }

    List<BatchRow> rows(BatchId id, BatchRowFilter filter, int offset, int limit) {
        return jdbc.sql("select * from batch_row where batch_id = :id" + of(filter) + " order by line offset :offset limit :limit")
                .params(filter.words().parameters()).param("id", id.value()).param("state", name(filter.state()))
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

    int countRows(BatchId id, BatchRowFilter filter) {
        return jdbc.sql("select count(*) from batch_row where batch_id = :id" + of(filter))
                .params(filter.words().parameters()).param("id", id.value()).param("state", name(filter.state()))
                .query(Integer.class).single();
    }

    private static @Nullable String name(BatchRow.@Nullable State state) {
        return state == null ? null : state.name();
    }

    private static String of(BatchRowFilter filter) {
        return (filter.state() == null ? "" : " and state = :state") + filter.words().sql(WRITTEN + " like %s");
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(new BatchId(row.getObject("id", UUID.class)), new BatchKind(row.getString("kind")),
                Batch.State.valueOf(row.getString("state")), row.getString("person"), map(row.getString("parameters")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("until_start")), row.getInt("total"), row.getInt("done"), row.getInt("refused"));
    }

    private static BatchRow row(ResultSet row, int number) throws SQLException {
        String refusal = row.getString("refusal");
        return new BatchRow(row.getInt("line"), row.getObject("subject_id", UUID.class), row.getString("label"),
                map(row.getString("details")), BatchRow.State.valueOf(row.getString("state")),
                refusal == null ? null
                        : new Refusal(refusal, List.of((String[]) row.getArray("arguments").getArray())));
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static Map<String, String> map(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() { });
    }
}
