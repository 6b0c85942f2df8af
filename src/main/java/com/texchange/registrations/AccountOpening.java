package com.texchange.registrations;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.common.CleanText;
import com.texchange.common.CompanyId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.partners.NewCompany;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.registrations.RegistrationOpened.Outcome;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns an approved request into a company, an account and the letter with the link to set a password. */
@Component
class AccountOpening {

    private final RegistrationRepository repository;
    private final Companies companies;
    private final Accounts accounts;
    private final RegistrationLetters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountOpening(RegistrationRepository repository, Companies companies, Accounts accounts,
            RegistrationLetters letters, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.companies = companies;
        this.accounts = accounts;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /** Repeating it changes nothing. @return the company that the new person acts for */
    @Transactional
    public CompanyId open(RegistrationId id) {
        Registration registration = repository.findLockedById(id).orElseThrow();
        if (registration.state() == State.OPENED) {
            return Objects.requireNonNull(registration.info().companyId());
        }
        if (registration.state() == State.REQUESTED) {
            registration.decidedElsewhere(true, clock.instant());
        }
        RegistrationInfo info = registration.info();
        // Of two requests of one company at once, the second finds what the first has registered.
        boolean companyKnown = companies.findToRegister(info.taxId()).isPresent();
        Optional<AccountInfo> before = accounts.find(info.email());
        CompanyId actsFor = company(info, before);
        AccountInfo account = accounts.open(new NewAccount(info.email(), info.contactName(), actsFor,
                Set.of(Role.DISTRIBUTOR), registration.locale()));
        registration.open(actsFor);
        repository.save(registration);
        Outcome outcome = before.map(AccountOpening::outcome).orElse(companyKnown ? Outcome.ADDED : Outcome.REGISTERED);
        letters.accepted(info, account, companies.get(actsFor).name(), outcome);
        events.publishEvent(new RegistrationOpened(info.onboardingId(), actsFor, outcome));
        return actsFor;
    }

    private static Outcome outcome(AccountInfo before) {
        return before.roles().contains(Role.DISTRIBUTOR) ? Outcome.KNOWN : Outcome.WIDENED;
    }

    /** Whoever has an account already, as a supplier or since another request, stays in the account's company. */
    private CompanyId company(RegistrationInfo info, Optional<AccountInfo> account) {
        return account.map(AccountInfo::companyId)
                .map(known -> companies.addDistributor(known).id())
                .orElseGet(() -> companies.register(new NewCompany(CleanText.line(info.companyName()), info.taxId(),
                        CleanText.line(info.city()), CleanText.line(info.contactName()), info.contactPhone(), info.email(), false, true)).id());
    }
}
