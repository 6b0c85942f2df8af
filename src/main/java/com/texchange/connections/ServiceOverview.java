package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a distributor sees of its licenses: all of them under each of its suppliers, with the status there. Every query
 * is about the actor's own company.
 */
@Service
@Transactional(readOnly = true)
public class ServiceOverview {

    /**
     * The ids of a page come from an index; all else is looked up for its rows alone. The limit is no parameter, so that PostgreSQL
     * knows of its plan for any page how little that reads.
     */
    private static final String PAGE = """
            select license.id as license_id, :supplier as supplier_id, license.number, license.activation_code, license.user_name,
                license.config_version, license.mdm_id, license.blocked,
                case when connection.published_at is not null then 'IN_SERVICE'
                    when connection.license_id is not null or exists (
                        select from connection_order_item item
                        join connection_order placed on placed.id = item.order_id
                        where item.license_id = license.id and item.state not in ('LEFT_OUT', 'WAITING') and placed.kind = 'CONNECT'
                            and placed.supplier_id = :supplier and placed.state <> 'FINISHED')
                    then 'PENDING' else 'OUT_OF_SERVICE' end as status, license.owner_id = :supplier as own
            from (%1$s) page
            join licenses_license license on license.id = page.id
            left join connection on connection.license_id = license.id and connection.supplier_id = :supplier
            order by %2$s""";
    private static final String IDS = """
            select license.id from licenses_license license where license.distributor_id = :distributor
                %s order by %s%s""";
    private static final int READ_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    ServiceOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The established partners of the distributor, by name. */
    public List<SupplierGroup> groups(Actor actor) {
        return jdbc.sql("""
                select supplier.id as supplier_id, supplier.name as supplier_name, coalesce(tally.in_service, 0) as in_service
                from partners_partnership place join partners_company supplier on supplier.id = place.supplier_id
                left join connection_tally tally on tally.distributor_id = place.distributor_id
                    and tally.supplier_id = place.supplier_id
                where place.distributor_id = :distributor
                order by supplier.name collate common_alphabet, supplier.id""")
                .param("distributor", distributor(actor))
                .query(SupplierGroup.class).list();
    }

    /** Licenses seen for a supplier. @param sort by {@code user}, {@code mdmId} and so on; by number if empty */
    public List<LicenseRow> page(CompanyId supplier, LicenseFilter filter, Sort sort, ListWindow window, Actor actor) {
        SelectedLicenses selected = SelectedLicenses.of(filter);
        String ids = ids(selected, sort, window);
        Map<String, Object> parameters = parameters(selected, actor);
        parameters.put("offset", window.offset());
        if (filter.isAll()) {
            return rows(ids, sort, supplier, parameters).query(LicenseRow.class).list();
        }
        // How a search is best answered depends on its words; what is shown of what it finds is always read in the same way.
        String[] found = jdbc.sql(ids).params(parameters).query(String.class).list().toArray(String[]::new);
        return found.length == 0 ? List.of() : rows("select unnest(:ids::uuid[]) as id", sort, supplier, Map.of("ids", found))
                .query(LicenseRow.class).list();
    }

    /** All licenses seen for a supplier that pass the filter, read as they are taken. */
    public void each(CompanyId supplier, LicenseFilter filter, Sort sort, Actor actor, Consumer<LicenseRow> reader) {
        SelectedLicenses selected = SelectedLicenses.of(filter);
        try (Stream<LicenseRow> rows = rows(ids(selected, sort, ListWindow.all()), sort, supplier, parameters(selected, actor))
                .withFetchSize(READ_AT_ONCE).query(LicenseRow.class).stream()) {
            rows.forEach(reader);
        }
    }

    private static String ids(SelectedLicenses selected, Sort sort, ListWindow window) {
        return IDS.formatted(selected.sql(), LicenseOrder.by(sort, "number", window.fromEnd()), window.slice());
    }

    private static Map<String, Object> parameters(SelectedLicenses selected, Actor actor) {
        Map<String, Object> parameters = new HashMap<>(selected.parameters());
        parameters.put("distributor", distributor(actor));
        return parameters;
    }

    private JdbcClient.StatementSpec rows(String ids, Sort sort, CompanyId supplier, Map<String, Object> parameters) {
        return jdbc.sql(PAGE.formatted(ids, LicenseOrder.by(sort, "number"))).params(parameters).param("supplier", supplier);
    }

    /** How many licenses pass the filter; the same under each supplier. */
    public int count(LicenseFilter filter, Actor actor) {
        SelectedLicenses selected = SelectedLicenses.of(filter);
        return jdbc.sql("select count(*) from licenses_license license where license.distributor_id = :distributor " + selected.sql())
                .param("distributor", distributor(actor))
                .params(selected.parameters())
                .query(Integer.class).single();
    }

    public boolean hasLicenses(Actor actor) {
        return jdbc.sql("select exists (select from licenses_license where distributor_id = :distributor)")
                .param("distributor", distributor(actor))
                .query(Boolean.class).single();
    }

    private static CompanyId distributor(Actor actor) {
        return actor.companyAs(Role.DISTRIBUTOR);
    }
}
