package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mobile devices of a distributor, each with its license. Every query is about the actor's own company. */
@Service
@Transactional(readOnly = true)
public class Devices {

    private static final String WORD = """
            license.id in (select id from licenses_license where distributor_id = :distributor and search like %s
                union all select c.license_id from connection c join partners_company_words s on s.company_id = c.supplier_id
                    where c.published_at is not null and s.words like %s)""";
    private static final String OF_DISTRIBUTOR = " from licenses_license license where license.distributor_id = :distributor ";
    private static final String CONNECTED = """
            exists (select from connection c where c.license_id = license.id and c.published_at is not null)
            """;
    /** All that is not the order comes from looking at one page's rows only. */
    private static final String PAGE = """
            select license.id as license_id, license.user_name, license.mdm_id, license.number, license.activation_code,
                license.config_version, license.blocked,
                array(select s.name from connection c join partners_company s on s.id = c.supplier_id
                    where c.license_id = license.id and c.published_at is not null
                    order by s.name collate common_alphabet) as suppliers
            from (select ids.id, row_number() over () as place from (%s order by %s offset :offset limit :limit) ids) page
                join licenses_license license on license.id = page.id
            order by page.place""";
    private static final String IDS = "select license.id" + OF_DISTRIBUTOR;
    /** Connections are counted together, not license by license. */
    private static final String IDS_BY_SUPPLIERS = """
            select license.id, count(connected.license_id) as suppliers, license.number
            from licenses_license license left join connection connected
                on connected.license_id = license.id and connected.published_at is not null
            where license.distributor_id = :distributor %s
            group by license.id, license.number
            """;

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sort by {@code user}, {@code mdmId}, {@code suppliers} (how many) and so on; by user if empty */
    public List<DeviceRow> page(DeviceFilter filter, Sort sort, int offset, int limit, Actor actor) {
        Sort.Order suppliers = sort.getOrderFor("suppliers");
        return asked(suppliers == null ? PAGE.formatted(IDS + condition(filter), LicenseOrder.by(sort, "user"))
                : PAGE.formatted(IDS_BY_SUPPLIERS.formatted(condition(filter)), suppliers.isAscending() ? "suppliers, number" : "suppliers desc, number"),
                filter, actor)
                .param("offset", offset)
                .param("limit", limit)
                .query(DeviceRow.class).list();
    }

    public int count(DeviceFilter filter, Actor actor) {
        return asked("select count(*)" + OF_DISTRIBUTOR + condition(filter), filter, actor).query(Integer.class).single();
    }

    /** Whether there is any. */
    public boolean any(Actor actor) {
        return asked("select exists (select" + OF_DISTRIBUTOR + ")", DeviceFilter.NONE, actor).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, DeviceFilter filter, Actor actor) {
        return jdbc.sql(sql)
                .param("distributor", actor.companyAs(Role.DISTRIBUTOR))
                .params(filter.words().parameters());
    }

    private static String condition(DeviceFilter filter) {
        return filter.words().sql(WORD) + switch (filter.show()) {
            case ALL -> "";
            case CONNECTED -> " and " + CONNECTED;
            case NOT_CONNECTED -> " and not " + CONNECTED;
            case BLOCKED -> " and license.blocked ";
        };
    }
}
