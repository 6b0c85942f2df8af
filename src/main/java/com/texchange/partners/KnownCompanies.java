package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.KeptInTransaction;
import com.texchange.common.TaxId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Companies as they are read most: by id, once in a transaction, however many ask for the name or the time zone. */
@Component
class KnownCompanies {

    private final JdbcClient jdbc;
    private final KeptInTransaction<CompanyId, Optional<Known>> kept = new KeptInTransaction<>();

    KnownCompanies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param timeZone that it has chosen */
    record Known(CompanyId id, String name, @Nullable TaxId taxId, @Nullable String city, @Nullable String contactName,
            @Nullable String contactPhone, @Nullable EmailAddress contactEmail, boolean supplier, boolean distributor,
            @Nullable String timeZone) {

        CompanyInfo info() {
            return new CompanyInfo(id, name, taxId, city, contactName, contactPhone, contactEmail, supplier, distributor);
        }
    }

    Optional<Known> find(CompanyId id) {
        return kept.get(id, asked -> jdbc.sql("select * from company where id = :id").param("id", asked)
                .query(Known.class).optional());
    }

    /** So that those who are about to be asked for one by one are read by one statement. */
    void readTogether(Collection<CompanyId> ids) {
        List<CompanyId> unknown = ids.stream().distinct().filter(id -> !kept.knows(id)).toList();
        if (unknown.size() > 1) {
            Map<CompanyId, Known> read = jdbc.sql("select * from company where id = any(:ids)")
                    .param("ids", unknown.stream().map(CompanyId::value).toArray(UUID[]::new))
                    .query(Known.class).list().stream().collect(Collectors.toMap(Known::id, Function.identity()));
            unknown.forEach(id -> kept.get(id, asked -> Optional.ofNullable(read.get(asked))));
        }
    }

    /**
     * Until the transaction ends nobody else is given this, and reads the company. Its row stays free: who calls this has locked an
     * onboarding, for which whoever changes the row waits.
     */
    void lock(CompanyId id) {
        kept.forget(id);
        kept.get(id, asked -> Optional.of(jdbc.sql("""
                select company.*, pg_advisory_xact_lock(hashtextextended('partner ' || id::text, 0)) from company where id = :id""")
                .param("id", asked).query(Known.class).single()));
    }

    /** To be called by whoever changes a company. */
    void forget() {
        kept.forget();
    }
}
