package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.licenses.LicenseInfo;
import com.texchange.licenses.Licenses;
import com.texchange.partners.Partnerships;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells all of one license. The operator's people and those of its distributor see everything but who of another house acted; a supplier
 * sees it if it is in its service, belongs to it or is opened to it by a grant, and then what concerns itself. The people of its owner,
 * readers too, see besides where it was and who blocked it, but no other supplier's connections and operations.
 */
@Service
@Transactional(readOnly = true)
public class LicensePassports {

    /** So many entries of a kind are told, the latest. */
    public static final int MOST = 100;
    private static final String SEEN = """
            select exists (select from licenses_license license where license.id = :license
                and (:all or license.distributor_id = :distributor or license.owner_id = :supplier
                    or exists (select from connection c where c.license_id = license.id and c.supplier_id = :supplier)
                    or exists (select from grants_grant given where given.supplier_id = :supplier
                        and given.distributor_id = license.distributor_id)))""";

    private final Licenses licenses;
    private final LicenseBlocking blocking;
    private final Partnerships partnerships;
    private final JdbcClient jdbc;

    LicensePassports(Licenses licenses, LicenseBlocking blocking, Partnerships partnerships, JdbcClient jdbc) {
        this.licenses = licenses;
        this.blocking = blocking;
        this.partnerships = partnerships;
        this.jdbc = jdbc;
    }

    /** None also where the person must not see it. */
    public Optional<LicensePassport> find(LicenseId id, Actor actor) {
        Map<String, @Nullable Object> parameters = whose(id, actor);
        if (!jdbc.sql(SEEN).params(parameters).query(Boolean.class).single()) {
            return Optional.empty();
        }
        LicenseInfo license = licenses.get(id);
        boolean maintained = blocking.isAllowed(license, actor);
        boolean whole = maintained || actor.has(Role.PROCESS_MANAGER) || license.ownerId().equals(actor.companyId())
                || license.distributorId().equals(parameters.get("distributor"));
        boolean outside = isOutside(license, actor);
        return Optional.of(new LicensePassport(license, assignments(parameters, whole), connections(parameters), operations(parameters),
                whole ? blocking.history(id, actor) : List.of(), maintained,
                !outside && actor.mayAct() && (!actor.has(Role.PROCESS_MANAGER) || actor.has(Role.SALES)), outside, whole));
    }

    /** As {@link ConnectionOrders} has it, which takes orders of a supplier for its partners alone. */
    private boolean isOutside(LicenseInfo license, Actor actor) {
        return actor.has(Role.SUPPLIER) && !license.distributorId().equals(actor.companyId())
                && partnerships.find(actor.companyAs(Role.SUPPLIER), license.distributorId()).isEmpty();
    }

    /** Who had it before is the distributor's affair: others see where it is now. */
    private List<LicensePassport.Assigned> assignments(Map<String, @Nullable Object> parameters, boolean whole) {
        return jdbc.sql("""
                select device.mdm_id, assigned.agent, assigned.assigned_at, assigned.ended_at
                from licenses_assignment assigned left join licenses_device device on device.id = assigned.device_id
                where assigned.license_id = :license and (:whole or assigned.ended_at is null)
                order by assigned.id desc limit %d""".formatted(MOST))
                .params(parameters).param("whole", whole)
                .query(LicensePassport.Assigned.class).list();
    }

    private List<LicensePassport.Connected> connections(Map<String, @Nullable Object> parameters) {
        return jdbc.sql("""
                select supplier.name as supplier, place.code, connection.connected_at
                from connection join licenses_license license on license.id = connection.license_id
                    join partners_company supplier on supplier.id = connection.supplier_id
                    join partners_partnership place
                        on place.supplier_id = connection.supplier_id and place.distributor_id = license.distributor_id
                where connection.license_id = :license and connection.published_at is not null
                    and (:all or connection.supplier_id = :supplier or license.distributor_id = :distributor)
                order by connection.connected_at desc limit %d""".formatted(MOST))
                .params(parameters)
                .query(LicensePassport.Connected.class).list();
    }

    private List<LicensePassport.Operation> operations(Map<String, @Nullable Object> parameters) {
        return jdbc.sql("""
                select o.id as order_id, o.kind, o.undoes is not null as undo, supplier.name as supplier, item.state,
                    item.reason as verdict, %s as placed_by, company.name as company, given.given_at as granted_at,
                    o.placed_at
                from connection_order_item item join connection_order o on o.id = item.order_id
                    left join partners_company supplier on supplier.id = o.supplier_id
                    join accounts_person person on person.id = o.placed_by
                    left join partners_company company on company.id = o.acting_id
                    left join grants_given given on given.grant_id = item.grant_id
                where item.license_id = :license
                    and (:all or o.supplier_id = :supplier or o.distributor_id = :distributor)
                order by o.placed_at desc, o.id limit %d""".formatted(OrderResults.NAME, MOST))
                .params(parameters)
                .query(LicensePassport.Operation.class).list();
    }

    private static Map<String, @Nullable Object> whose(LicenseId id, Actor actor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("license", id);
        parameters.put("all", actor.has(Role.SALES) || actor.has(Role.PROCESS_MANAGER));
        parameters.put("company", actor.companyId());
        parameters.put("distributor", actor.has(Role.DISTRIBUTOR) ? actor.companyId() : null);
        parameters.put("supplier", actor.has(Role.SUPPLIER) ? actor.companyId() : null);
        return parameters;
    }
}
