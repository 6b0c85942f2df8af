package com.texchange.accounts;

import com.texchange.accounts.Colleague.State;
import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People, by name, as those see them who look after them. */
@Component
class SeenPeople {

    private final AccountRepository accounts;
    private final SecondFactors factors;

    SeenPeople(AccountRepository accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    /** At most 1,000. */
    List<Colleague> of(CompanyId company) {
        Set<AccountId> withFactor = factors.holders(company);
        return accounts.findAllOf(company).stream().map(account -> new Colleague(account.id(), account.name(), account.email(),
                account.position(), state(account), invitedUntil(account), withFactor.contains(account.id()))).toList();
    }

    /** At most 1,000. */
    List<OperatorPerson> ofOperator() {
        Set<AccountId> withFactor = factors.holders(null);
        return accounts.findAllOfOperator().stream().map(account -> new OperatorPerson(account.id(), account.name(), account.email(),
                account.actor().roles(), state(account), invitedUntil(account), withFactor.contains(account.id()))).toList();
    }

    private static State state(Account account) {
        return account.isEnabled() ? State.IN : account.isInvited() ? State.INVITED : State.OFF;
    }

    private static @Nullable Instant invitedUntil(Account account) {
        return account.isInvited() ? account.invitedUntil() : null;
    }
}
