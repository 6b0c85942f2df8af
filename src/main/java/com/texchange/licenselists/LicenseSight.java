package com.texchange.licenselists;

import com.texchange.common.CompanyId;
import java.util.Map;

/**
 * Which licenses a person's lists can show at all, as a condition on rows {@code license}: whatever is searched or selected there is
 * searched or selected among these.
 *
 * @param distributors those whose licenses these can be, as rows {@code distributor} with {@code id}, {@code name} and, for a supplier,
 *                     {@code code}, which is empty where a distributor is none of its own
 * @param counting     selects how many there are at all, from what is kept
 */
record LicenseSight(String sql, String distributors, String counting, Map<String, Object> parameters) {

    /** Looked up one by one, in their order, as far as a page needs them. */
    private static final String COMPANIES = """
            select company.id, company.name from partners_company company where company.distributor
                and (select true from licenses_license has where has.distributor_id = company.id limit 1)""";
    private static final String PLACES = """
            select company.id, company.name, coalesce(place.code, '') as code
            from partners_company company left join partners_partnership place
                on place.supplier_id = :supplier and place.distributor_id = company.id
            where company.id = any(:partners::uuid[])""";
    private static final String OWNED = "select coalesce(sum(licenses), 0) from licenses_owned";
    /** Where no grant opens all: what is connected, and what is its own. */
    private static final String OF_SUPPLIER = """
            with closed as (select unnest(:partners::uuid[]) as distributor_id except select unnest(:open::uuid[]))
            select coalesce((select sum(connected - own) from connections_in_service join closed using (distributor_id)
                    where supplier_id = :supplier), 0)
                + coalesce((select sum(licenses) from licenses_owned join closed using (distributor_id) where owner_id = :supplier), 0)
                + coalesce((select sum(licenses) from licenses_owned where distributor_id = any(:open::uuid[])), 0)""";

    /** Whether the distributors have codes: in the network of a supplier. */
    boolean hasCodes() {
        return distributors.contains("code");
    }

    /** The distributor's own ones. */
    static LicenseSight ofDistributor(CompanyId distributor) {
        return new LicenseSight("license.distributor_id = :distributor", COMPANIES + " and company.id = :distributor",
                OWNED + " where distributor_id = :distributor", Map.of("distributor", distributor));
    }

    /** All, for the operator's people. */
    static LicenseSight ofAll() {
        return new LicenseSight("true", COMPANIES, OWNED, Map.of());
    }

    /**
     * Those that are in the supplier's service, on their way there, belong to it, or are opened to it by a grant.
     * Connections are looked up license by license: "exists" would have all of the supplier's read first, for a page too.
     *
     * @param partners those distributors of which it sees anything: of its own ones, and where licenses of it are
     * @param open     those among them whose grant is in force
     */
    static LicenseSight ofSupplier(CompanyId supplier, String[] partners, String[] open) {
        return new LicenseSight("""
                license.distributor_id = any(:partners::uuid[]) and (license.distributor_id = any(:open::uuid[])
                    or license.owner_id = :supplier or coalesce((select true from connections_of_license seen
                        where seen.license_id = license.id and seen.supplier_id = :supplier limit 1), false))""", PLACES, OF_SUPPLIER,
                Map.of("supplier", supplier, "partners", partners, "open", open));
    }
}
