package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import com.texchange.common.TaxId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A partnership as it is kept. New ones are written by {@link Reservations}, which finds their code. */
@Table("partnership")
final class Partnership {

    @Id
    private final PartnershipId id;
    @Version
    private long version;
    private final CompanyId supplierId;
    private final DistributorCode code;
    private String inviteeName;
    private EmailAddress inviteeEmail;
    private @Nullable TaxId inviteeTaxId;
    private @Nullable String inviteeCity;
    private @Nullable CompanyId distributorId;
    private final Instant createdAt;
    private @Nullable Instant establishedAt;

    @PersistenceCreator
    private Partnership(PartnershipId id, CompanyId supplierId, DistributorCode code, String inviteeName,
            EmailAddress inviteeEmail, @Nullable TaxId inviteeTaxId, @Nullable String inviteeCity,
            @Nullable CompanyId distributorId, Instant createdAt, @Nullable Instant establishedAt) {
        this.id = id;
        this.supplierId = supplierId;
        this.code = code;
        this.inviteeName = inviteeName;
        this.inviteeEmail = inviteeEmail;
        this.inviteeTaxId = inviteeTaxId;
        this.inviteeCity = inviteeCity;
        this.distributorId = distributorId;
        this.createdAt = createdAt;
        this.establishedAt = establishedAt;
    }

    /** Takes over a newer description of the invitee, whose address may be another one by now. */
    void describe(Invitee invitee) {
        inviteeEmail = invitee.email();
        inviteeName = invitee.name();
        inviteeTaxId = invitee.taxId();
        inviteeCity = invitee.city();
    }

    /** @throws RefusedException {@code partners.alreadyPartner} if the place is another distributor's */
    void establish(CompanyId distributor, Instant now) {
        if (distributorId != null && !distributorId.equals(distributor)) {
            throw new RefusedException("partners.alreadyPartner");
        }
        if (distributorId == null) {
            distributorId = distributor;
            establishedAt = now;
        }
    }

    CompanyId supplierId() {
        return supplierId;
    }

    PartnershipInfo info() {
        return new PartnershipInfo(id, supplierId, code, new Invitee(inviteeName, inviteeEmail, inviteeTaxId, inviteeCity),
                distributorId);
    }
}
