package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds free codes. The database's unique constraints decide; a conflict inserts nothing, so that the caller's
 * transaction lives on. Relies on READ COMMITTED: each statement sees what others have committed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reservations {

    private static final int RANDOM_ATTEMPTS = 4;

    private static final String INSERT = """
            insert into partnership (id, version, supplier_id, code, invitee_name, invitee_email, invitee_tax_id,
                invitee_city, created_at)
            select :id, 1, :supplier, lpad(candidate.number::text, 5, '0'), :name, :email, :taxId, :city, :now
            from (%s) candidate
            on conflict do nothing returning code""";

    private static final String ANY_CODE = INSERT.formatted("select floor(random() * %d)::int as number"
            .formatted(DistributorCode.COUNT));

    private static final String FREE_CODE = INSERT.formatted("""
            select number from generate_series(0, %d) number
            left join partnership taken
                on taken.supplier_id = :supplier and taken.code = lpad(number::text, 5, '0')::char(5)
            where taken.id is null
            order by random() limit 1""".formatted(DistributorCode.COUNT - 1));

    private final JdbcClient jdbc;
    private final Clock clock;

    Reservations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return the place that was made; none if there is one already
     * @throws RefusedException {@code partners.codesUsedUp} when the supplier has given all codes
     */
    Optional<PartnershipInfo> reserve(CompanyId supplier, Invitee invitee) {
        for (int attempt = 0; attempt < RANDOM_ATTEMPTS; attempt++) {
            Optional<PartnershipInfo> made = insert(ANY_CODE, supplier, invitee);
            if (made.isPresent() || hasPlace(supplier, invitee)) {
                return made;
            }
        }
        // Few codes are free. One at a time for this supplier from here on, or all would fight for the same ones.
        jdbc.sql("select id from company where id = :supplier for no key update")
                .param("supplier", supplier).query().singleRow();
        while (true) {
            Optional<PartnershipInfo> made = insert(FREE_CODE, supplier, invitee);
            if (made.isPresent() || hasPlace(supplier, invitee)) {
                return made;
            }
            if (usedUp(supplier)) {
                throw new RefusedException("partners.codesUsedUp");
            }
        }
    }

    private Optional<PartnershipInfo> insert(String statement, CompanyId supplier, Invitee invitee) {
        PartnershipId id = PartnershipId.random();
        return jdbc.sql(statement)
                .param("id", id)
                .param("supplier", supplier)
                .param("name", invitee.name())
                .param("email", invitee.email())
                .param("taxId", invitee.taxId())
                .param("city", invitee.city())
                .param("now", clock.instant())
                .query(String.class).optional()
                .map(code -> new PartnershipInfo(id, supplier, new DistributorCode(code), invitee, null));
    }

    private boolean hasPlace(CompanyId supplier, Invitee invitee) {
        return jdbc.sql("""
                select exists (select from partnership where supplier_id = :supplier and invitee_email = :email)""")
                .param("supplier", supplier)
                .param("email", invitee.email())
                .query(Boolean.class).single();
    }

    private boolean usedUp(CompanyId supplier) {
        return jdbc.sql("select count(*) from partnership where supplier_id = :supplier")
                .param("supplier", supplier)
                .query(Integer.class).single() >= DistributorCode.COUNT;
    }
}
