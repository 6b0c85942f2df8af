package com.texchange.onboarding;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.partners.TimeZones;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By whose clock the term of an invitation ends and is told: the invitee's where it is known, else the supplier's. */
@Component
class InvitationClock {

    private final Accounts accounts;
    private final TimeZones zones;

    InvitationClock(Accounts accounts, TimeZones zones) {
        this.accounts = accounts;
        this.zones = zones;
    }

    ZoneId of(EmailAddress invitee, CompanyId supplier) {
        return of(accounts.find(invitee), supplier);
    }

    /** @param invitee the account that the invited address has */
    ZoneId of(Optional<AccountInfo> invitee, CompanyId supplier) {
        return invitee.map(AccountInfo::companyId).flatMap(zones::chosenBy).orElseGet(() -> zones.of(supplier));
    }
}
