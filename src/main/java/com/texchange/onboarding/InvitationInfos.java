package com.texchange.onboarding;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of an onboarding what its invitee may know. */
@Component
class InvitationInfos {

    private final Partnerships partnerships;
    private final Companies companies;
    private final Accounts accounts;
    private final InvitationClock zones;
    private final Clock clock;

    InvitationInfos(Partnerships partnerships, Companies companies, Accounts accounts, InvitationClock zones,
            Clock clock) {
        this.partnerships = partnerships;
        this.companies = companies;
        this.accounts = accounts;
        this.zones = zones;
        this.clock = clock;
    }

    /** As {@link InvitationInfo#isToCompanyOf}. */
    boolean isToCompanyOf(Onboarding onboarding, Actor actor) {
        EmailAddress invited = partnerships.get(onboarding.partnershipId()).invitee().email();
        return invited.equals(actor.email())
                || actor.companyId() != null && accounts.find(invited).map(AccountInfo::companyId).filter(actor.companyId()::equals).isPresent();
    }

    InvitationInfo of(Onboarding onboarding) {
        PartnershipInfo partnership = partnerships.get(onboarding.partnershipId());
        Optional<AccountInfo> account = accounts.find(partnership.invitee().email());
        boolean past = onboarding.stage() == Stage.INVITED && onboarding.isPastExpiry(clock.instant());
        return new InvitationInfo(onboarding.id(), companies.get(onboarding.supplierId()).name(), partnership.code(),
                partnership.invitee(), past ? Stage.EXPIRED : onboarding.stage(), onboarding.expiresAt(),
                account.filter(known -> known.roles().contains(Role.DISTRIBUTOR)).isPresent(),
                account.map(AccountInfo::companyId).orElse(null),
                zones.of(partnership.invitee().email(), onboarding.supplierId()));
    }
}
