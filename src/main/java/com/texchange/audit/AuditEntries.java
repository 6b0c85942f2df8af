package com.texchange.audit;

import com.texchange.common.CompanyId;
import com.texchange.common.LastStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_entry}, which is only added to. */
@Repository
class AuditEntries {

    private static final String INSERT = """
            insert into audit_entry (kind, actor_id, actor, company_id, companies, grant_id, source, subject_type, subject_id, subject,
                old_value, new_value, times)
            select kind, actor, name, company, companies, "grant", source, type, id, label, before, after, times
            from json_to_recordset(cast(:audited as json)) as r(kind text, actor uuid, name text, company uuid, companies uuid[], "grant" uuid,
                source text, type text, id text, label text, before text, after text, times integer)
            """;
    static final LastStatement.Part<Row> PART = new LastStatement.Part<>("audited", INSERT, AuditEntries::json, null);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME = 254;
    private static final int SOURCE = 100;
    private static final int ID = 64;
    private static final int LABEL = 500;
    private static final int VALUE = 4000;

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is written. */
    record Row(Audited done, @Nullable String source, int times) {

        /** By the names of {@link #INSERT}; texts are cut to what the table holds. */
        Map<String, @Nullable Object> columns() {
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("kind", done.kind().name());
            columns.put("actor", done.by() == null ? null : done.by().value());
            columns.put("name", cut(done.name(), NAME));
            columns.put("company", done.forWhom() == null ? null : done.forWhom().value());
            columns.put("companies", done.companies().stream().map(CompanyId::value).toList());
            columns.put("grant", done.grant() == null ? null : done.grant().value());
            columns.put("source", cut(source, SOURCE));
            columns.put("before", cut(done.before(), VALUE));
            columns.put("after", cut(done.after(), VALUE));
            columns.put("times", times);
            AuditSubject subject = done.subject();
            if (subject != null) {
                columns.put("type", subject.type().name());
                columns.put("id", cut(subject.id(), ID));
                columns.put("label", cut(subject.label(), LABEL));
            }
            return columns;
        }

        /** PostgreSQL keeps no NUL, and strangers may type one. */
        private static @Nullable String cut(@Nullable String text, int most) {
            if (text == null) {
                return null;
            }
            String kept = text.replace('\u0000', ' ');
            return kept.length() <= most ? kept : kept.substring(0, most - 1) + "…";
        }
    }

    void write(List<Row> rows) {
        jdbc.sql(INSERT).param("audited", json(rows)).update();
    }

    private static String json(List<Row> rows) {
        return JSON.writeValueAsString(rows.stream().map(Row::columns).toList());
    }

    /** @return how many were forgotten */
    int forget(long keepDays, int most) {
        return jdbc.sql("select audit_forget(make_interval(days => cast(:days as integer)), :most)")
                .param("days", keepDays).param("most", most).query(Integer.class).single();
    }
}
