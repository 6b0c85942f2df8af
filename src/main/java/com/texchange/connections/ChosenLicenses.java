package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a selection holds now: counted where the licenses are, never read as a whole. Every query is about the actor's own
 * company, so that a license that has gone to another one is no part of any selection.
 */
@Service
@Transactional(readOnly = true)
public class ChosenLicenses {

    private static final String OF_DISTRIBUTOR = " from licenses_license license where license.distributor_id = :distributor ";

    private final JdbcClient jdbc;

    ChosenLicenses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of the selected licenses a list shows. */
    public int count(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, Actor actor) {
        return asked("select count(*)" + OF_DISTRIBUTOR, SelectedLicenses.of(selection, shown), "", actor)
                .query(Integer.class).single();
    }

    /** How the selected licenses stand with one supplier. */
    public ServiceCounts counts(CompanyId supplier, Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return selection instanceof Selection.Matching<LicenseId, LicenseFilter> all && all.filter().isAll()
                ? all(supplier, actor).minus(all.except().isEmpty() ? ServiceCounts.NONE
                        : counted(supplier, new Selection.Chosen<>(all.except()), actor))
                : counted(supplier, selection, actor);
    }

    private ServiceCounts counted(CompanyId supplier, Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return asked("""
                select count(published.license_id) as in_service, count(*) - count(published.license_id) as out_of_service,
                    count(*) filter (where license.blocked) as blocked
                from licenses_license license
                left join connection published on published.license_id = license.id
                    and published.supplier_id = :supplier and published.published_at is not null
                where license.distributor_id = :distributor
                """, SelectedLicenses.of(selection, LicenseFilter.NONE), "", actor)
                .param("supplier", supplier)
                .query(ServiceCounts.class).single();
    }

    /** All of the distributor: what is in service is kept. */
    private ServiceCounts all(CompanyId supplier, Actor actor) {
        return jdbc.sql("""
                select kept.in_service, there.licenses - kept.in_service as out_of_service, there.blocked
                from (select coalesce(sum(in_service), 0) as in_service from connection_tally
                        where distributor_id = :distributor and supplier_id = :supplier) kept,
                    (select (select count(*) from licenses_license where distributor_id = :distributor) as licenses,
                        (select count(*) from licenses_license where distributor_id = :distributor and blocked) as blocked) there""")
                .param("distributor", distributor(actor))
                .param("supplier", supplier)
                .query(ServiceCounts.class).single();
    }

    /** The first of the selected licenses that a list shows, by number. */
    public Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit, Actor actor) {
        return ids(asked("select license.id" + OF_DISTRIBUTOR, SelectedLicenses.of(selection, shown),
                " order by license.number limit :limit", actor).param("limit", limit));
    }

    /**
     * Those from one row of a list to another, both among them, whichever comes first; none if the list does not show both.
     *
     * @param limit if there are more, just so many are given
     */
    public Set<LicenseId> range(LicenseFilter shown, Sort sort, LicenseId from, LicenseId to, int limit, Actor actor) {
        SelectedLicenses listed = SelectedLicenses.of(shown);
        String place = LicenseOrder.place(sort, "number");
        String end = "(select " + place.substring(1, place.length() - 1) + OF_DISTRIBUTOR + listed.sql() + " and license.id = :%s)";
        String between = " and (%1$s >= %2$s and %1$s <= %3$s or %1$s >= %3$s and %1$s <= %2$s) limit :limit"
                .formatted(place, end.formatted("from"), end.formatted("to"));
        return ids(asked("select license.id" + OF_DISTRIBUTOR, listed, between, actor)
                .param("from", from)
                .param("to", to)
                .param("limit", limit));
    }

    private JdbcClient.StatementSpec asked(String select, SelectedLicenses selected, String then, Actor actor) {
        return jdbc.sql(select + selected.sql() + then)
                .param("distributor", distributor(actor))
                .params(selected.parameters());
    }

    private static Set<LicenseId> ids(JdbcClient.StatementSpec asked) {
        List<UUID> ids = asked.query(UUID.class).list();
        Set<LicenseId> licenses = LinkedHashSet.newLinkedHashSet(ids.size());
        ids.forEach(id -> licenses.add(new LicenseId(id)));
        return licenses;
    }

    private static CompanyId distributor(Actor actor) {
        return actor.companyAs(Role.DISTRIBUTOR);
    }
}
