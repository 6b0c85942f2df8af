package com.texchange.licenselists;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter.Words;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ServiceCounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The licenses that a supplier sees, over all its distributors: those in its service, those that belong to it, also where a distributor
 * is none of its own (yet), and those that a grant opens to it. Every query is about the actor's own company.
 */
@Service
@Transactional(readOnly = true)
public class SupplierLicenses {

    private static final String STANDARD = "distributor";
    private static final String IN_SERVICE = """
            exists (select from connections_of_license c where c.license_id = license.id and c.supplier_id = :supplier
                and c.published_at is not null)""";
    /** All but the ids is looked up for one page only. */
    private static final String ROWS = """
            select license.id as license_id, license.number, license.activation_code, license.user_name,
                license.config_version, license.mdm_id, license.blocked, distributor.name as distributor,
                partner.code, license.owner_id = :supplier as own,
                license.owner_id = :supplier or given.grant_id is not null as allowed,
                case when connection.published_at is not null then 'IN_SERVICE'
                    when connection.license_id is not null or exists (
                        select from connections_under_way way where way.license_id = license.id and way.supplier_id = :supplier)
                    then 'PENDING' else 'OUT_OF_SERVICE' end as status
            from %s join licenses_license license on license.id = page.id
                join partners_company distributor on distributor.id = license.distributor_id
                left join partners_partnership partner on partner.supplier_id = :supplier and partner.distributor_id = license.distributor_id
                left join connections_of_license connection on connection.license_id = license.id and connection.supplier_id = :supplier
                left join grants_grant given on given.supplier_id = :supplier and given.distributor_id = license.distributor_id
            order by page.line""";

    private final LicenseLists lists;
    private final PartnersRequests requests;
    private final JdbcClient jdbc;

    SupplierLicenses(LicenseLists lists, PartnersRequests requests, JdbcClient jdbc) {
        this.lists = lists;
        this.requests = requests;
        this.jdbc = jdbc;
    }

    /** @param sort by {@code distributor}, {@code number} and so on; by distributor if empty */
    public List<SupplierLicense> page(LicenseFilter filter, Sort sort, ListWindow window, Actor actor) {
        return lists.page(ROWS, SupplierLicense.class, lists.ofSupplier(actor), its(filter, actor), sort, STANDARD, window);
    }

    /** All that pass the filter, read as they are taken. */
    public void each(LicenseFilter filter, Sort sort, Actor actor, Consumer<SupplierLicense> reader) {
        lists.each(ROWS, SupplierLicense.class, lists.ofSupplier(actor), its(filter, actor), sort, STANDARD, reader);
    }

    public int count(LicenseFilter filter, Actor actor) {
        return lists.count(lists.ofSupplier(actor), its(filter, actor));
    }

    /** How many of the selected licenses are in the supplier's service, and how many are not. */
    public ServiceCounts counts(Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return selection instanceof Selection.Matching<LicenseId, LicenseFilter> all && all.filter().isAll()
                ? all(actor).minus(all.except().isEmpty() ? ServiceCounts.NONE : counted(new Selection.Chosen<>(all.except()), actor))
                : counted(selection, actor);
    }

    private ServiceCounts counted(Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return lists.counts(lists.ofSupplier(actor), its(selection, actor), IN_SERVICE);
    }

    /** What is in service is kept; what is blocked has an index of its own. */
    private ServiceCounts all(Actor actor) {
        LicenseSight sight = lists.ofSupplier(actor);
        int inService = jdbc.sql("""
                select coalesce(sum(in_service), 0) from connections_in_service
                where supplier_id = :supplier and distributor_id = any(:partners::uuid[])""")
                .params(sight.parameters()).query(Integer.class).single();
        return new ServiceCounts(inService, lists.count(sight, LicenseFilter.NONE) - inService,
                lists.count(sight, new LicenseFilter("", LicenseFilter.Show.BLOCKED)));
    }

    /** Rows from one to another in the list's order. @param limit if there are more, just so many are given */
    public Set<LicenseId> range(LicenseFilter filter, Sort sort, LicenseId from, LicenseId to, int limit, Actor actor) {
        return lists.range(lists.ofSupplier(actor), its(filter, actor), sort, STANDARD, from, to, limit);
    }

    /** Those of the selected licenses that a list shows, at most so many. */
    public Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit, Actor actor) {
        return lists.ids(lists.ofSupplier(actor), its(selection, actor), its(shown, actor), limit);
    }

    /** How many of the selected licenses a list shows. */
    public int count(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, Actor actor) {
        return lists.count(lists.ofSupplier(actor), its(selection, actor), its(shown, actor));
    }

    /** The selected licenses by their distributors. */
    public Map<CompanyId, Selection<LicenseId, LicenseFilter>> byDistributor(Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return lists.byDistributor(lists.ofSupplier(actor), its(selection, actor));
    }

    /** What orders for selected licenses are about, one for each distributor with which the supplier works; without a reason. */
    public List<OrderRequest> requests(OrderKind kind, Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected, Actor actor) {
        return requests.of(kind, actor.companyAs(Role.SUPPLIER), selected);
    }

    private static Selection<LicenseId, LicenseFilter> its(Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return selection instanceof Selection.Matching<LicenseId, LicenseFilter>(var filter, var except)
                ? new Selection.Matching<>(its(filter, actor), except) : selection;
    }

    private static LicenseFilter its(LicenseFilter filter, Actor actor) {
        return filter.in(Words.DISTRIBUTOR, actor.companyAs(Role.SUPPLIER));
    }
}
