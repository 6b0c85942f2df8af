package com.texchange.licenselists;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.common.SearchWords;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter.Words;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ServiceCounts;
import com.texchange.partners.CompanyInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The licenses of all distributors. For the sales department, which acts on them for anybody. */
@Service
@Transactional(readOnly = true)
public class AllLicenses {

    private static final String STANDARD = "number";
    /** All but the ids is looked up for one page only. */
    private static final String ROWS = """
            select license.id as license_id, license.number, license.activation_code, license.user_name, license.config_version,
                license.mdm_id, license.blocked, distributor.name as distributor, owner.name as owner,
                (select count(*) from connections_of_license c where c.license_id = license.id and c.published_at is not null) as suppliers
            from %s join licenses_license license on license.id = page.id
                join partners_company distributor on distributor.id = license.distributor_id
                join partners_company owner on owner.id = license.owner_id
            order by page.line""";

    private final LicenseLists lists;
    private final PartnersRequests requests;
    private final JdbcClient jdbc;

    AllLicenses(LicenseLists lists, PartnersRequests requests, JdbcClient jdbc) {
        this.lists = lists;
        this.requests = requests;
        this.jdbc = jdbc;
    }

    /** @param sort by {@code number}, {@code distributor} and so on; by number if empty */
    public List<AllLicense> page(LicenseFilter filter, Sort sort, ListWindow window, Actor actor) {
        return lists.page(ROWS, AllLicense.class, sight(actor), its(filter), sort, STANDARD, window);
    }

    /** All that pass the filter, read as they are taken. */
    public void each(LicenseFilter filter, Sort sort, Actor actor, Consumer<AllLicense> reader) {
        lists.each(ROWS, AllLicense.class, sight(actor), its(filter), sort, STANDARD, reader);
    }

    public int count(LicenseFilter filter, Actor actor) {
        return lists.count(sight(actor), its(filter));
    }

    /** How many are selected, and how many of them are blocked; whether they are in service is for each supplier another thing. */
    public ServiceCounts counts(Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return lists.counts(sight(actor), its(selection), "false");
    }

    /** Rows from one to another in the list's order. @param limit if there are more, just so many are given */
    public Set<LicenseId> range(LicenseFilter filter, Sort sort, LicenseId from, LicenseId to, int limit, Actor actor) {
        return lists.range(sight(actor), its(filter), sort, STANDARD, from, to, limit);
    }

    /** The distributors that have licenses and all words in name or tax id, by name. */
    public List<CompanyInfo> distributors(String words, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        SearchWords typed = SearchWords.of(words);
        return jdbc.sql("""
                select distributor.* from partners_company distributor
                where distributor.distributor and exists (select from licenses_owned owned
                        where owned.distributor_id = distributor.id and owned.licenses > 0)
                """ + typed.sql("exists (select from partners_company_words w where w.company_id = distributor.id and w.words like %s)")
                        + " order by distributor.name collate common_alphabet, distributor.id offset :offset limit :limit")
                .params(typed.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(CompanyInfo.class).list();
    }

    /** The suppliers that work with any distributor of the selected licenses and have all words in name or tax id, by name. */
    public List<CompanyInfo> suppliers(Set<CompanyId> distributors, String words, int offset, int limit, Actor actor) {
        actor.require(Role.SALES);
        SearchWords typed = SearchWords.of(words);
        return jdbc.sql("""
                select supplier.* from partners_company supplier
                where exists (select from partners_partnership place
                        where place.supplier_id = supplier.id and place.distributor_id = any(:distributors::uuid[]))
                """ + typed.sql("exists (select from partners_company_words w where w.company_id = supplier.id and w.words like %s)")
                        + " order by supplier.name collate common_alphabet, supplier.id offset :offset limit :limit")
                .params(typed.parameters())
                .param("distributors", distributors.stream().map(CompanyId::toString).toArray(String[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query(CompanyInfo.class).list();
    }

    /** Those of the selected licenses that a list shows, at most so many. */
    public Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit, Actor actor) {
        return lists.ids(sight(actor), its(selection), its(shown), limit);
    }

    /** How many of the selected licenses a list shows. */
    public int count(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, Actor actor) {
        return lists.count(sight(actor), its(selection), its(shown));
    }

    /** The selected licenses by their distributors. */
    public Map<CompanyId, Selection<LicenseId, LicenseFilter>> byDistributor(Selection<LicenseId, LicenseFilter> selection, Actor actor) {
        return lists.byDistributor(sight(actor), its(selection));
    }

    /** What orders for a supplier are about: one for each of its distributors; licenses of others are none of them. */
    public List<OrderRequest> requests(OrderKind kind, CompanyId supplier,
            Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected, Actor actor) {
        actor.require(Role.SALES);
        return requests.of(kind, supplier, selected);
    }

    private static LicenseSight sight(Actor actor) {
        actor.require(Role.SALES);
        return LicenseSight.ofAll();
    }

    private static Selection<LicenseId, LicenseFilter> its(Selection<LicenseId, LicenseFilter> selection) {
        return selection instanceof Selection.Matching<LicenseId, LicenseFilter>(var filter, var except)
                ? new Selection.Matching<>(its(filter), except) : selection;
    }

    private static LicenseFilter its(LicenseFilter filter) {
        return filter.in(Words.DISTRIBUTOR, null);
    }
}
