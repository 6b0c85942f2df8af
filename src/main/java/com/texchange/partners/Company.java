package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.TaxId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A company as it is kept. */
@Table("company")
final class Company {

    @Id
    private final CompanyId id;
    @Version
    private long version;
    private final String name;
    private final @Nullable TaxId taxId;
    private final @Nullable String city;
    private final @Nullable String contactName;
    private final @Nullable String contactPhone;
    private final @Nullable EmailAddress contactEmail;
    private boolean supplier;
    private boolean distributor;
    private final Instant createdAt;

    @PersistenceCreator
    private Company(CompanyId id, String name, @Nullable TaxId taxId, @Nullable String city,
            @Nullable String contactName, @Nullable String contactPhone, @Nullable EmailAddress contactEmail,
            boolean supplier, boolean distributor, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.taxId = taxId;
        this.city = city;
        this.contactName = contactName;
        this.contactPhone = contactPhone;
        this.contactEmail = contactEmail;
        this.supplier = supplier;
        this.distributor = distributor;
        this.createdAt = createdAt;
    }

    static Company register(NewCompany company, Instant now) {
        return new Company(CompanyId.random(), company.name().strip(), company.taxId(), company.city(),
                company.contactName(), company.contactPhone(), company.contactEmail(), company.supplier(),
                company.distributor(), now);
    }

    /** Lets it act in more roles; a role is never taken away. */
    void widen(boolean asSupplier, boolean asDistributor) {
        supplier |= asSupplier;
        distributor |= asDistributor;
    }

    CompanyInfo info() {
        return new CompanyInfo(id, name, taxId, city, contactName, contactPhone, contactEmail, supplier, distributor);
    }
}
