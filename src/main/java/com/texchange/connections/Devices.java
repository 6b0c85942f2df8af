package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mobile devices of a distributor, each with its license. Every query is about the actor's own company. */
@Service
@Transactional(readOnly = true)
public class Devices {

    private static final String WORD = """
            l.id in (select id from licenses_license where distributor_id = :distributor and search like %s
                union all select c.license_id from connection c join partners_company_words s on s.company_id = c.supplier_id
                    where c.published_at is not null and s.words like %s)""";
    private static final String CONNECTED = """
            exists (select from connection c where c.license_id = l.id and c.published_at is not null)""";
    private static final String FROM = """
            from licenses_license l where l.distributor_id = :distributor
                and (:show = 'ALL' or :show = 'BLOCKED' and l.blocked or :show = 'CONNECTED' and %1$s
                    or :show = 'NOT_CONNECTED' and not %1$s)
            """.formatted(CONNECTED);
    /** The suppliers are looked up for one page only. */
    private static final String PAGE = """
            select l.*, l.id as license_id, array(select s.name from connection c join partners_company s on s.id = c.supplier_id
                where c.license_id = l.id and c.published_at is not null order by s.name collate common_alphabet) as suppliers
            from (select l.* %s %s offset :offset limit :limit) l %s
            """;
    /** Grid columns and what they sort by; nothing else reaches the statement. */
    private static final Map<String, String> SORTS = Map.of("user", "l.user_name collate common_alphabet", "mdmId", "l.mdm_id",
            "number", "l.number", "activationCode", "l.activation_code", "configVersion", "l.config_version collate common_alphabet",
            "suppliers", "(select count(*) from connection c where c.license_id = l.id and c.published_at is not null)");

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sort by {@code user}, {@code mdmId}, {@code number} and so on; by user if empty */
    public List<DeviceRow> page(DeviceFilter filter, Sort sort, int offset, int limit, Actor actor) {
        String order = orderBy(sort);
        return asked(PAGE.formatted(from(filter), order, order), filter, actor)
                .param("offset", offset)
                .param("limit", limit)
                .query(DeviceRow.class).list();
    }

    public int count(DeviceFilter filter, Actor actor) {
        return asked("select count(*) " + from(filter), filter, actor).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, DeviceFilter filter, Actor actor) {
        return jdbc.sql(sql)
                .param("distributor", actor.companyAs(Role.DISTRIBUTOR))
                .param("show", filter.show())
                .params(filter.words().parameters());
    }

    private static String from(DeviceFilter filter) {
        return FROM + filter.words().sql(WORD);
    }

    private static String orderBy(Sort sort) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (Sort.Order order : sort) {
            String column = SORTS.get(order.getProperty());
            if (column != null) {
                clause.append(column).append(order.isAscending() ? " asc nulls last, " : " desc nulls last, ");
            }
        }
        return clause.append(sort.isUnsorted() ? "l.user_name collate common_alphabet nulls last, " : "").append("l.number").toString();
    }
}
