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
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StagedVerdicts {

    private final JdbcClient jdbc;

    StagedVerdicts(@PlannedAnew JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that do not depend on the distributor. */
    void judge(LoadId load) {
        update(load, """
                with number_twin as (
                    select number, min(line) as line from license_staged where load_id = :load and loadable
                    group by number having count(*) > 1
                ), code_twin as (
                    select activation_code, min(line) as line from license_staged where load_id = :load and loadable
                    group by activation_code having count(*) > 1
                ), twin as (
                    select later.line, first.line as first_line
                    from license_staged later join number_twin first on first.number = later.number and first.line < later.line
                    where later.load_id = :load and later.loadable
                    union all
                    select later.line, first.line
                    from license_staged later
                        join code_twin first on first.activation_code = later.activation_code and first.line < later.line
                    where later.load_id = :load and later.loadable
                )
                update license_staged staged set verdict = 'REPEATED', first_line = twin.first_line
                from (select line, min(first_line) as first_line from twin group by line) twin
                where staged.load_id = :load and staged.loadable and staged.line = twin.line""");
        update(load, """
                update license_staged staged set verdict = known.verdict
                from (select tried.line, case when by_number.id = by_code.id then 'KNOWN' else 'TAKEN' end as verdict
                    from license_staged tried
                        left join license by_number on by_number.number = tried.number
                        left join license by_code on by_code.activation_code = tried.activation_code
                    where tried.load_id = :load and tried.loadable and (by_number.id is not null or by_code.id is not null)) known
                where staged.load_id = :load and staged.loadable and staged.line = known.line""");
        update(load, """
                update license_staged set verdict = 'OWNER_UNKNOWN'
                where load_id = :load and loadable and owner_tax_id is not null
                    and not exists (select from partners_company owner where owner.tax_id = license_staged.owner_tax_id)""");
    }

    /** Which devices a row may name depends on the distributor, and that may be another one than before. */
    void judgeDevices(LoadId load, CompanyId distributor) {
        update(load, "update license_staged set verdict = 'VALID' where load_id = :load and verdict = 'DEVICE_OF_OTHERS'");
        jdbc.sql("""
                update license_staged set verdict = 'DEVICE_OF_OTHERS'
                where load_id = :load and loadable and mdm_id is not null
                    and exists (select from device where device.mdm_id = license_staged.mdm_id)
                    and not exists (select from device
                        where device.distributor_id = :distributor and device.mdm_id = license_staged.mdm_id)""")
                .param("load", load).param("distributor", distributor).update();
    }

    private void update(LoadId load, String sql) {
        jdbc.sql(sql).param("load", load).update();
    }
}
