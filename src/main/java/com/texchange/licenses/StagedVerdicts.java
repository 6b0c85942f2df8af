package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.LoadId;
import com.texchange.common.PlannedAnew;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verdicts that need the other rows and what is known. Rows come in the one form that all writings of a number, a code or an
 * MDM ID have, so twins that differ in case, dashes or spaces are alike here. What is valid is not written again.
 *
 * <p>Rows are never joined with each other but by where they lie: PostgreSQL need not know how many they are.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StagedVerdicts {

    private static final String UNKNOWN_OWNERS = """
            update license_staged set verdict = 'OWNER_UNKNOWN'
            where load_id = :load and loadable and owner_tax_id is not null
                and not exists (select from partners_company owner where owner.tax_id = license_staged.owner_tax_id)""";

    private final JdbcClient jdbc;

    StagedVerdicts(@PlannedAnew JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that do not depend on the distributor. */
    void judge(LoadId load) {
        update(load, """
                update license_staged staged set verdict = 'REPEATED', first_line = twin.first_line
                from (select place, line, least(of_number, of_code) as first_line
                    from (select ctid as place, line, min(line) over (partition by number collate "C") as of_number,
                            min(line) over (partition by activation_code collate "C") as of_code
                        from license_staged where load_id = :load and loadable) alike) twin
                where staged.ctid = twin.place and twin.first_line < twin.line""");
        update(load, """
                update license_staged staged set verdict = known.verdict
                from (select tried.ctid as place, case when by_number.id = by_code.id then 'KNOWN' else 'TAKEN' end as verdict
                    from license_staged tried
                        left join license by_number on by_number.number = tried.number
                        left join license by_code on by_code.activation_code = tried.activation_code
                    where tried.load_id = :load and tried.loadable and (by_number.id is not null or by_code.id is not null)) known
                where staged.ctid = known.place""");
        update(load, UNKNOWN_OWNERS);
    }

    /**
     * Whose a known license is, and which owners and devices a row may name, depends on the distributor, and that may be another one than
     * before; an owner may have been registered since the check, or have another tax id. A license belongs to a supplier or to the
     * distributor itself: people of others would neither see it nor could block it.
     */
    void judgeFor(LoadId load, CompanyId distributor) {
        judgeKnown(load, distributor, 0, Integer.MAX_VALUE);
        update(load, """
                update license_staged set verdict = 'VALID'
                where load_id = :load and (verdict in ('OWNER_NO_SUPPLIER', 'DEVICE_OF_OTHERS') or verdict = 'OWNER_UNKNOWN'
                    and exists (select from partners_company owner where owner.tax_id = license_staged.owner_tax_id))""");
        update(load, UNKNOWN_OWNERS);
        jdbc.sql("""
                update license_staged set verdict = 'OWNER_NO_SUPPLIER'
                where load_id = :load and loadable and owner_tax_id is not null
                    and exists (select from partners_company owner where owner.tax_id = license_staged.owner_tax_id
                        and not owner.supplier and owner.id <> :distributor)""")
                .param("load", load).param("distributor", distributor).update();
        jdbc.sql("""
                update license_staged set verdict = 'DEVICE_OF_OTHERS'
                where load_id = :load and loadable and mdm_id is not null
                    and exists (select from device where device.mdm_id = license_staged.mdm_id)
                    and not exists (select from device
                        where device.distributor_id = :distributor and device.mdm_id = license_staged.mdm_id)""")
                .param("load", load).param("distributor", distributor).update();
    }

    /** Whether an owner is registered by now who was not when its rows were judged. */
    boolean areOwnersNew(LoadId load) {
        return jdbc.sql("""
                select exists (select from license_staged staged join partners_company owner on owner.tax_id = staged.owner_tax_id
                    where staged.load_id = :load and not staged.loadable and staged.verdict = 'OWNER_UNKNOWN')""")
                .param("load", load).query(Boolean.class).single();
    }

    /** What is known of the rows in some lines: the license of the row, with this distributor or another, or one of the number or the code alone. */
    void judgeKnown(LoadId load, CompanyId distributor, int after, int upTo) {
        jdbc.sql("""
                update license_staged staged set verdict = known.verdict
                from (select tried.ctid as place, case when by_number.id is distinct from by_code.id then 'TAKEN'
                            when by_number.distributor_id = :distributor then 'KNOWN' else 'KNOWN_ELSEWHERE' end as verdict
                    from license_staged tried
                        left join license by_number on by_number.number = tried.number
                        left join license by_code on by_code.activation_code = tried.activation_code
                    where tried.load_id = :load and tried.verdict in ('KNOWN', 'KNOWN_ELSEWHERE')
                        and tried.line > :after and tried.line <= :upTo) known
                where staged.ctid = known.place and staged.verdict <> known.verdict""")
                .param("load", load).param("distributor", distributor).param("after", after).param("upTo", upTo).update();
    }

    private void update(LoadId load, String sql) {
        jdbc.sql(sql).param("load", load).update();
    }
}
