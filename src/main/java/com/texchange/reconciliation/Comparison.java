package com.texchange.reconciliation;

import com.texchange.common.CompanyId;
import com.texchange.common.PlannedAnew;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares a list with what is connected: statements for all of its rows at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Comparison {

    /**
     * What the supplier sees (as in {@code SupplierLicenses}) of its partners: its own, those that are connected to it, and those that a
     * grant opens. Of any other license it must not even learn that there is one; one of its own that is with nobody in its network has no
     * code, by which lists are compared.
     */
    private static final String SEEN = """
            (select license.id, license.number, license.activation_code, license.distributor_id, place.code,
                    connection.license_id is not null as connected
                from licenses_license license
                    join partners_partnership place
                        on place.distributor_id = license.distributor_id and place.supplier_id = :supplier
                    left join connections_of_license connection
                        on connection.license_id = license.id and connection.supplier_id = :supplier
                where license.owner_id = :supplier or connection.license_id is not null
                    or exists (select from grants_grant given
                        where given.supplier_id = :supplier and given.distributor_id = license.distributor_id))""";
    private static final String LISTED = """
            select line.line, line.fault, line.code as listed_code, line.number as listed_number, line.activation_code,
                coalesce(named.id, coded.id) as license_id,
                case when named.id <> coded.id then coded.id end as other_id,
                coalesce(named.number, coded.number, line.number) as number,
                coalesce(named.distributor_id, coded.distributor_id) as distributor_id,
                coalesce(named.code, coded.code) as code,
                coalesce(named.connected, coded.connected, false) as connected,
                line.number <> '' and line.activation_code <> '' and named.id is distinct from coded.id as contradicts
            from reconciliation_line line
                left join %1$s named on named.number = line.number
                left join %1$s coded on coded.activation_code = line.activation_code
            where line.reconciliation_id = :id
            """.formatted(SEEN);
    /**
     * A license that two rows name is known by its id, be it named by number or by activation code. The row that counts is the first under
     * the distributor's code, wherever a wrong one stands.
     */
    private static final String OCCURRENCES = """
            select listed.*, row_number() over (
                partition by listed.fault is null and not listed.contradicts,
                    coalesce(listed.license_id::text, nullif(listed.listed_number, ''), listed.activation_code)
                order by listed.code is distinct from listed.listed_code, listed.line) as occurrence
            from (%s) listed
            """.formatted(LISTED);
    private static final String COMPARE = """
            insert into reconciliation_row (reconciliation_id, place, finding, number, license_id, other_id, distributor_id)
            select :id, line, case
                    when fault is not null then 'MALFORMED'
                    when contradicts then 'CONTRADICTS'
                    when occurrence > 1 then 'TWICE'
                    when license_id is null then 'UNKNOWN'
                    when connected then case when code = listed_code then 'AGREES' else 'OTHER_CODE' end
                    when code = listed_code then 'LIST_ONLY' else 'LIST_ONLY_ELSEWHERE' end,
                number, license_id, other_id, distributor_id
            from (%s) row order by line
            """.formatted(OCCURRENCES);
    /**
     * A license that any row names is not missing in the list, however wrong the rest of that row is. What is on its way to be
     * connected is left out: the supplier's system cannot know of it yet.
     */
    private static final String ADD_THE_REST = """
            insert into reconciliation_row (reconciliation_id, place, finding, number, license_id, distributor_id)
            select :id, (select max(line) from reconciliation_line where reconciliation_id = :id)
                    + row_number() over (order by license.number),
                'EXCHANGE_ONLY', license.number, license.id, license.distributor_id
            from connections_of_license connection
                join licenses_license license on license.id = connection.license_id
                join partners_partnership place
                    on place.supplier_id = connection.supplier_id and place.distributor_id = license.distributor_id
            where connection.supplier_id = :supplier and connection.published_at is not null
                and not exists (select from reconciliation_row listed
                    where listed.reconciliation_id = :id and listed.license_id = license.id)
                and not exists (select from reconciliation_row listed
                    where listed.reconciliation_id = :id and listed.other_id = license.id)
            """;

    /** Looked up one by one, more lines take longer than reading all licenses once. */
    static final int FEW = 20_000;
    /** Until the transaction ends. Of rows that it has written just now PostgreSQL has no counts, so it would take them for few. */
    private static final List<String> LARGE = List.of("set local enable_nestloop = off", "set local work_mem = '64MB'");

    private final JdbcClient jdbc;

    Comparison(@PlannedAnew JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As things are now, whatever was found before. */
    void run(ReconciliationId id, CompanyId supplier, int lines) {
        if (lines > FEW) {
            LARGE.forEach(setting -> jdbc.sql(setting).update());
        }
        jdbc.sql("delete from reconciliation_row where reconciliation_id = :id").param("id", id.value()).update();
        for (String statement : new String[] {COMPARE, ADD_THE_REST}) {
            jdbc.sql(statement).param("id", id.value()).param("supplier", supplier).update();
        }
        if (lines > FEW) {
            // Else pages would be sorted instead of read from an index until PostgreSQL gets round to counting.
            jdbc.sql("analyze reconciliation_row").update();
        }
    }
}
