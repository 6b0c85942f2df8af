package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.SearchWords;
import java.util.Collection;
import java.util.List;
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

    private static final String ROWS = """
            select license.*, license.id as license_id, :supplier as supplier_id,
                case when connection.published_at is not null then 'IN_SERVICE'
                    when connection.license_id is not null or exists (
                        select from connection_order_item item
                        join connection_order placed on placed.id = item.order_id
                        where item.license_id = license.id and item.state <> 'LEFT_OUT'
                            and placed.supplier_id = :supplier and placed.state <> 'FINISHED')
                    then 'PENDING' else 'OUT_OF_SERVICE' end as status
            from licenses_license license
            left join connection on connection.license_id = license.id and connection.supplier_id = :supplier
            where license.distributor_id = :distributor
            """;
    /** Loaded into the grid. */
    public static final int MOST = 10_000;
    private static final String WORD = "license.search like %s";

    private final JdbcClient jdbc;

    ServiceOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The established partners of the distributor, by name. */
    public List<SupplierGroup> groups(Actor actor) {
        return jdbc.sql("""
                with active as (
                    select connection.supplier_id, count(*) as licenses
                    from licenses_license license join connection on connection.license_id = license.id
                    where license.distributor_id = :distributor and connection.published_at is not null
                    group by connection.supplier_id)
                select supplier.id as supplier_id, supplier.name as supplier_name,
                    coalesce(active.licenses, 0) as in_service
                from partners_partnership place join partners_company supplier on supplier.id = place.supplier_id
                left join active on active.supplier_id = supplier.id
                where place.distributor_id = :distributor
                order by supplier.name collate common_alphabet, supplier.id""")
                .param("distributor", distributor(actor))
                .query(SupplierGroup.class).list();
    }

    /** Licenses by number, seen for a supplier; the filter has words of number, activation code, user, version and MDM id. */
    public List<LicenseRow> page(CompanyId supplier, String filter, int offset, int limit, Actor actor) {
        SearchWords words = SearchWords.of(filter);
        return jdbc.sql(ROWS + words.sql(WORD) + "order by license.number offset :offset limit :limit")
                .param("supplier", supplier)
                .param("distributor", distributor(actor))
                .params(words.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(LicenseRow.class).list();
    }

    /** How many licenses pass the filter; the same under each supplier. */
    public int count(String filter, Actor actor) {
        SearchWords words = SearchWords.of(filter);
        return jdbc.sql("select count(*) from licenses_license where distributor_id = :distributor" + words.sql(WORD))
                .param("distributor", distributor(actor))
                .params(words.parameters())
                .query(Integer.class).single();
    }

    /** The first licenses out of a supplier's service, as many as one order can hold, pending ones not among them. */
    public List<LicenseRow> connectable(CompanyId supplier, String filter, Actor actor) {
        SearchWords words = SearchWords.of(filter);
        return jdbc.sql("select * from (" + ROWS + words.sql(WORD) + """
                ) row where status = 'OUT_OF_SERVICE' order by number limit :limit""")
                .param("supplier", supplier)
                .param("distributor", distributor(actor))
                .params(words.parameters())
                .param("limit", MOST)
                .query(LicenseRow.class).list();
    }

    /** How licenses stand with one supplier now. */
    public ServiceCounts counts(CompanyId supplier, Collection<LicenseId> licenses, Actor actor) {
        return jdbc.sql("""
                select count(published.license_id) as in_service,
                    count(*) - count(published.license_id) as out_of_service
                from licenses_license license
                left join connection published on published.license_id = license.id
                    and published.supplier_id = :supplier and published.published_at is not null
                where license.id = any(:licenses::uuid[]) and license.distributor_id = :distributor""")
                .param("supplier", supplier)
                .param("licenses", licenses.stream().map(LicenseId::toString).toArray(String[]::new))
                .param("distributor", distributor(actor))
                .query(ServiceCounts.class).single();
    }

    private static CompanyId distributor(Actor actor) {
        return actor.companyAs(Role.DISTRIBUTOR);
    }
}
