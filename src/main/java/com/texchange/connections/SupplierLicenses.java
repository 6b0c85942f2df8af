package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The licenses that a supplier sees, over all its distributors: those in its service, those that belong to it, and those that
 * a grant opens to it. Every query is about the actor's own company.
 */
@Service
@Transactional(readOnly = true)
public class SupplierLicenses {

    /** So many licenses can be taken apart by their distributors at once. */
    public static final int MOST_SELECTED = 100_000;
    private static final String FROM = """
            from partners_partnership place
                join partners_company distributor on distributor.id = place.distributor_id
                join licenses_license license on license.distributor_id = place.distributor_id
                left join connection on connection.license_id = license.id and connection.supplier_id = :supplier
                left join grants_grant given on given.supplier_id = :supplier and given.distributor_id = place.distributor_id
            where place.supplier_id = :supplier
                and (license.owner_id = :supplier or connection.license_id is not null or given.grant_id is not null)
                and case :show when 'CONNECTED' then connection.published_at is not null
                    when 'NOT_CONNECTED' then connection.published_at is null
                    when 'OWN' then license.owner_id = :supplier else true end
            """;
    private static final String WORD = """
            (license.search like %s or ' ' || place.code like %s
                or exists (select from partners_company_words w where w.company_id = distributor.id and w.words like %s))""";
    private static final String UNDER_WAY = """
            exists (select from connection_order_item item join connection_order placed on placed.id = item.order_id
                where item.license_id = row.license_id and item.state <> 'LEFT_OUT' and placed.kind = 'CONNECT'
                    and placed.supplier_id = :supplier and placed.state <> 'FINISHED')""";
    /** What is under way is looked up for one page only. */
    private static final String PAGE = """
            select row.*, case when connected then 'IN_SERVICE' when %s then 'PENDING' else 'OUT_OF_SERVICE' end as status
            from (select license.id as license_id, license.number, license.user_name,
                    license.config_version, license.mdm_id, license.blocked, distributor.name as distributor,
                    place.code, license.owner_id = :supplier as own,
                    license.owner_id = :supplier or coalesce(given.acts && array['CONNECT', 'DISCONNECT'], false) as allowed,
                    connection.published_at is not null as connected %s offset :offset limit :limit) row
            """;
    /** Grid columns and what they sort by; nothing else reaches the statement. */
    private static final Map<String, String> SORTS = Map.of("distributor", "distributor.name collate common_alphabet",
            "code", "place.code", "number", "license.number",
            "user", "license.user_name collate common_alphabet", "mdmId", "license.mdm_id",
            "configVersion", "license.config_version collate common_alphabet");

    private final JdbcClient jdbc;

    SupplierLicenses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sort by {@code distributor}, {@code number} and so on; by distributor if empty */
    public List<SupplierLicense> page(SupplierLicenseFilter filter, Sort sort, int offset, int limit, Actor actor) {
        return asked(PAGE.formatted(UNDER_WAY, from(filter) + orderBy(sort)), filter, actor)
                .param("offset", offset).param("limit", limit)
                .query(SupplierLicense.class).list();
    }

    public int count(SupplierLicenseFilter filter, Actor actor) {
        return asked("select count(*) " + from(filter), filter, actor).query(Integer.class).single();
    }

    /** How many of the selected licenses are in the supplier's service, and how many are not. */
    public ServiceCounts counts(Selection<LicenseId, SupplierLicenseFilter> selection, Actor actor) {
        return jdbc.sql("""
                select count(connection.published_at) as in_service,
                    count(*) - count(connection.published_at) as out_of_service,
                    count(*) filter (where license.blocked) as blocked""" + " " + from(selection))
                .params(parameters(selection, actor))
                .query(ServiceCounts.class).single();
    }

    /**
     * The selected licenses by their distributors, each of which gets an order of its own.
     *
     * @throws RefusedException if they are more than {@value #MOST_SELECTED}: they are read for it
     */
    public Map<CompanyId, Set<LicenseId>> byDistributor(Selection<LicenseId, SupplierLicenseFilter> selection, Actor actor) {
        if (counts(selection, actor).selected() > MOST_SELECTED) {
            throw new RefusedException("connections.supplier.tooMany", MOST_SELECTED);
        }
        Map<CompanyId, Set<LicenseId>> licenses = new LinkedHashMap<>();
        jdbc.sql("select place.distributor_id, array_agg(license.id) " + from(selection) + " group by 1")
                .params(parameters(selection, actor))
                .query(row -> {
                    licenses.put(new CompanyId(row.getObject(1, UUID.class)),
                            licenses((UUID[]) row.getArray(2).getArray()));
                });
        return licenses;
    }

    private static Set<LicenseId> licenses(UUID[] ids) {
        return Arrays.stream(ids).map(LicenseId::new).collect(Collectors.toSet());
    }

    private JdbcClient.StatementSpec asked(String sql, SupplierLicenseFilter filter, Actor actor) {
        return jdbc.sql(sql).params(parameters(filter, actor));
    }

    private static String from(SupplierLicenseFilter filter) {
        return FROM + filter.words().sql(WORD);
    }

    private static String from(Selection<LicenseId, SupplierLicenseFilter> selection) {
        return switch (selection) {
            case Selection.Chosen<LicenseId, SupplierLicenseFilter> ignored -> FROM + " and license.id = any (:ids::uuid[])";
            case Selection.Matching<LicenseId, SupplierLicenseFilter>(var filter, var ignored) ->
                from(filter) + " and license.id <> all (:ids::uuid[])";
        };
    }

    private static Map<String, @Nullable Object> parameters(Selection<LicenseId, SupplierLicenseFilter> selection, Actor actor) {
        Map<String, @Nullable Object> parameters;
        Set<LicenseId> ids;
        switch (selection) {
            case Selection.Chosen<LicenseId, SupplierLicenseFilter>(var chosen) -> {
                parameters = parameters(SupplierLicenseFilter.NONE, actor);
                ids = chosen;
            }
            case Selection.Matching<LicenseId, SupplierLicenseFilter>(var filter, var except) -> {
                parameters = parameters(filter, actor);
                ids = except;
            }
        }
        parameters.put("ids", ids.stream().map(LicenseId::toString).toArray(String[]::new));
        return parameters;
    }

    private static Map<String, @Nullable Object> parameters(SupplierLicenseFilter filter, Actor actor) {
        Map<String, @Nullable Object> parameters = new HashMap<>(filter.words().parameters());
        parameters.put("supplier", actor.companyAs(Role.SUPPLIER));
        parameters.put("show", filter.show());
        return parameters;
    }

    private static String orderBy(Sort sort) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (Sort.Order order : sort) {
            String column = SORTS.get(order.getProperty());
            if (column != null) {
                clause.append(column).append(order.isAscending() ? " asc nulls last, " : " desc nulls last, ");
            }
        }
        return clause.append(sort.isUnsorted() ? "distributor.name collate common_alphabet, " : "").append("license.number")
                .toString();
    }
}
