package com.texchange.journal;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.ListWindow;
import com.texchange.common.SearchWords;
import com.texchange.partners.CompanyInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what the audit has recorded, the latest first. A company is told who of its own people did something, and from where; of others,
 * which company it was.
 */
@Service
public class Journal {

    private static final int READ_AT_ONCE = 1_000;
    private static final String NAMED = "(e.actor_id is null or e.actor_id = :me or e.company_id = :own)";
    /** Of the own account's matters: from where a colleague did something is told to who administers the company, and not to everybody. */
    private static final String BY_ONESELF = "(e.actor_id is null or e.actor_id = :me)";
    private static final String OTHERS_WORDS = """
            (%s or common_search_form(concat_ws(E'\\n', e.subject, e.old_value, e.new_value)) like %%s)""".formatted(NAMED);

    private static final String LATEST_FIRST = " order by e.at desc, e.id desc";

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A place in the list, from which it goes on.
     *
     * @param at   of the entry before it; null at the beginning
     * @param id   of that entry
     * @param skip so many rows after it
     */
    public record Place(@Nullable Instant at, long id, int skip) {

        /** So many rows after the beginning. */
        public static Place first(int skip) {
            return new Place(null, 0, skip);
        }

        public static Place after(JournalEntry entry) {
            return new Place(entry.at(), entry.id(), 0);
        }

        public Place skip(int rows) {
            return new Place(at, id, rows);
        }
    }

    /**
     * So many entries from a place on.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person may not read so much
     */
    @Transactional(readOnly = true)
    public List<JournalEntry> page(JournalScope scope, JournalFilter filter, Place from, int limit, Actor actor) {
        scope.require(actor);
        SearchWords words = SearchWords.of(filter.text());
        String matching = where(scope, filter, words) + (from.at() == null ? "" : " and (e.at, e.id) < (:afterAt, :afterId)");
        String entries = scope == JournalScope.OWN ? own(matching, (long) from.skip() + limit) : "select * from audit_listed e where " + matching;
        return jdbc.sql(select(scope).formatted(entries) + LATEST_FIRST + ListWindow.slice(from.skip(), limit))
                .params(words.parameters())
                .param("own", actor.companyId()).param("me", actor.id()).param("myself", actor.id().toString()).param("offset", from.skip())
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param("person", filter.person()).param("company", filter.company()).param("source", filter.source().strip())
                .param("subject", filter.subject()).param("from", filter.from()).param("until", filter.until())
                .param("afterAt", from.at()).param("afterId", from.id())
                .query(JournalEntry.class).list();
    }

    /** Hands on every entry that the filter lets pass, without holding many at a time. */
    void each(JournalScope scope, JournalFilter filter, Actor actor, Consumer<JournalEntry> reader) {
        List<JournalEntry> page = page(scope, filter, Place.first(0), READ_AT_ONCE, actor);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = page(scope, filter, Place.after(page.getLast()), READ_AT_ONCE, actor);
        }
    }

    /** Companies by whose matters the operator narrows the list, by name. */
    @Transactional(readOnly = true)
    public List<CompanyInfo> companies(String typed, int offset, int limit, Actor actor) {
        JournalScope.ALL.require(actor);
        SearchWords words = SearchWords.of(typed);
        return jdbc.sql("select company.* from partners_company company where true"
                        + words.sql("exists (select from partners_company_words w where w.company_id = company.id and w.words like %s)")
                        + " order by company.name collate common_alphabet, company.id offset :offset limit :limit")
                .params(words.parameters()).param("offset", offset).param("limit", limit)
                .query(CompanyInfo.class).list();
    }

    @Transactional(readOnly = true)
    public @Nullable CompanyInfo company(CompanyId id, Actor actor) {
        JournalScope.ALL.require(actor);
        return jdbc.sql("select * from partners_company where id = :id").param("id", id).query(CompanyInfo.class).optional().orElse(null);
    }

    private static String select(JournalScope scope) {
        String named = scope == JournalScope.ALL ? "true" : NAMED;
        return """
                select e.id, e.at, e.kind, case when %1$s then e.actor_id end as actor_id, case when %1$s then e.actor else '' end as actor,
                    company.name as company, e.grant_id, case when %2$s then e.source end as source, e.subject_type,
                    e.subject_id, e.subject, e.old_value, e.new_value, e.times, e.actor_id is null and e.actor <> '' as stranger,
                    not coalesce(%1$s, false) as foreign
                from (%%s) e left join partners_company company on company.id = e.company_id
                """.formatted(named, scope == JournalScope.OWN ? BY_ONESELF : named);
    }

    /** What one has done and what was done with one's account, each in the order of an index: as many as the page may need. */
    private static String own(String matching, long most) {
        return Stream.of("e.actor_id = :me", "e.subject_id = :myself and e.subject_type = 'ACCOUNT' and e.actor_id is distinct from :me")
                .map(part -> "(select * from audit_listed e where " + part + " and " + matching + LATEST_FIRST + " limit " + most + ")")
                .collect(Collectors.joining(" union all "));
    }

    private static String where(JournalScope scope, JournalFilter filter, SearchWords words) {
        StringBuilder where = new StringBuilder(switch (scope) {
            case ALL -> "true";
            case COMPANY -> "e.companies @> array[cast(:own as uuid)]" + words.sql(OTHERS_WORDS);
            case OWN -> "true" + words.sql(OTHERS_WORDS);
        });
        where.append(words.sql("e.words like %s"));
        add(where, filter.area() != null || filter.kind() != null, " and e.kind = any(:kinds)");
        add(where, filter.person() != null, " and e.actor_id = :person");
        add(where, scope == JournalScope.ALL && filter.company() != null, " and e.companies @> array[cast(:company as uuid)]");
        add(where, !filter.source().isBlank(), " and e.source = :source");
        add(where, scope == JournalScope.OWN && !filter.source().isBlank(), " and " + BY_ONESELF);
        add(where, scope != JournalScope.ALL && (!filter.source().isBlank() || filter.person() != null), " and " + NAMED);
        add(where, !filter.subject().isEmpty(), " and e.subject_id = :subject");
        add(where, filter.from() != null, " and e.at >= :from");
        add(where, filter.until() != null, " and e.at < :until");
        return where.toString();
    }

    private static void add(StringBuilder where, boolean wanted, String condition) {
        if (wanted) {
            where.append(condition);
        }
    }
}
