package com.texchange.registrations;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.common.CleanText;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.NewCompany;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.registrations.RegistrationOpened.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an approved request into a company, an account and the letter with the link to set a password. A new person of a company
 * that is known gets none before somebody has confirmed the person; nor does a company become what only one of its people wants it to be.
 */
@Component
class AccountOpening {

    private final RegistrationRepository repository;
    private final Companies companies;
    private final Accounts accounts;
    private final RegistrationLetters letters;
    private final CompanyLetters companyLetters;
    private final WhomToAsk whom;
    private final ApplicationEventPublisher events;
    private final DecisionsElsewhere elsewhere;

    AccountOpening(RegistrationRepository repository, Companies companies, Accounts accounts,
            RegistrationLetters letters, CompanyLetters companyLetters, WhomToAsk whom, ApplicationEventPublisher events,
            DecisionsElsewhere elsewhere) {
        this.repository = repository;
        this.companies = companies;
        this.accounts = accounts;
        this.letters = letters;
        this.companyLetters = companyLetters;
        this.whom = whom;
        this.events = events;
        this.elsewhere = elsewhere;
    }

    /**
     * @param company null where the invitation has ended, and the company that was never registered is not to be
     * @param open    whether the account is; if not, the company, which is known, is asked, or the process waits until it hears of the end
     */
    record Opening(@Nullable CompanyId company, boolean open) {
    }

    /**
     * Repeating it changes nothing.
     *
     * @throws RefusedException if the company is known, nobody has confirmed the person, and the process cannot ask; needs a person. Also where
     *     such a process asks though the invitation behind the request has ended, of which it is about to hear
     */
    @Transactional
    public Opening open(RegistrationId id) {
        Registration registration = repository.findLockedById(id).orElseThrow();
        if (registration.state() == State.OPENED) {
            return new Opening(Objects.requireNonNull(registration.info().companyId()), true);
        }
        if (registration.state() == State.REQUESTED) {
            elsewhere.follow(registration, true);
        }
        Optional<AccountInfo> account = account(registration);
        Optional<CompanyInfo> toAsk = toAsk(registration, account);
        if (toAsk.isPresent()) {
            return ask(registration, toAsk.get());
        }
        if (registration.state() == State.CLOSED && registration.info().confirmation().possible()) {
            // Approved past the application: the process waits on a task that nobody gets until it hears of the end.
            return new Opening(null, false);
        }
        return new Opening(openNow(registration, account), true);
    }

    /**
     * What was approved before the invitation ended, so that the sales department's decision is not lost; but nobody can be asked
     * any more.
     *
     * @return whether the account is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean openUnlessToAsk(RegistrationId id) {
        Registration registration = repository.findLockedById(id).orElseThrow();
        Optional<AccountInfo> account = account(registration);
        boolean clear = toAsk(registration, account).isEmpty();
        if (clear) {
            openNow(registration, account);
        }
        return clear;
    }

    /**
     * The one that the address has by now. Of two requests of one company at once, the second finds here what the first has registered. It
     * is looked up once: who joins another company meanwhile must not act for that one by what was asked about this one.
     */
    private Optional<AccountInfo> account(Registration registration) {
        companies.findToRegister(registration.info().taxId());
        return accounts.find(registration.info().email());
    }

    /** What was said of one company, by its people or by the sales department, counts for no other that the person belongs to by now. */
    private Optional<CompanyInfo> toAsk(Registration registration, Optional<AccountInfo> account) {
        return whom.about(registration.info(), account).filter(company -> !registration.isConfirmedFor(company.id()));
    }

    private Opening ask(Registration registration, CompanyInfo company) {
        if (registration.state() == State.CLOSED) {
            // The invitation has ended before the engine heard of it: the company would be written to about a task that nobody gets.
            return new Opening(company.id(), false);
        }
        refuseToAsk(registration, company);
        if (!registration.waitsFor(company.id())) {
            registration.ask(company.id());
            repository.save(registration);
            companyLetters.asked(registration.info(), company, registration.locale());
        }
        return new Opening(company.id(), false);
    }

    /**
     * Before the sales department leaves it to the company.
     *
     * @throws RefusedException if the company would have to be asked, and the process cannot
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAskable(Registration registration) {
        toAsk(registration, account(registration)).ifPresent(company -> refuseToAsk(registration, company));
    }

    private static void refuseToAsk(Registration registration, CompanyInfo company) {
        if (!registration.info().confirmation().possible()) {
            throw new RefusedException("registrations.refused.unconfirmed", company.name());
        }
    }

    private CompanyId openNow(Registration registration, Optional<AccountInfo> before) {
        RegistrationInfo info = registration.info();
        boolean companyKnown = info.confirmation().company() != null || companies.find(info.taxId()).isPresent();
        CompanyId actsFor = company(info, before);
        AccountInfo account = accounts.open(new NewAccount(info.email(), info.contactName(), actsFor,
                Set.of(info.kind().role()), registration.locale()));
        registration.open(actsFor);
        repository.save(registration);
        Outcome outcome = before.map(known -> outcome(known, info.kind())).orElse(companyKnown ? Outcome.ADDED : Outcome.REGISTERED);
        CompanyInfo company = companies.get(actsFor);
        letters.accepted(info, account, company.name(), outcome);
        boolean added = outcome == Outcome.ADDED;
        if (added) {
            companyLetters.added(info, company, registration.locale());
        } else if (outcome == Outcome.WIDENED) {
            companyLetters.widened(info, company, registration.locale());
        }
        events.publishEvent(new RegistrationOpened(info.onboardingId(), actsFor, outcome,
                added ? info.confirmation().by() : null, added ? info.confirmation().checked() : null));
        return actsFor;
    }

    private static Outcome outcome(AccountInfo before, Applicant kind) {
        return before.roles().contains(kind.role()) ? Outcome.KNOWN : Outcome.WIDENED;
    }

    /**
     * Whoever has an account already, in the other role or since another request, stays in the account's company; whoever was confirmed of
     * one comes to that, also if its tax id was put right meanwhile.
     */
    private CompanyId company(RegistrationInfo info, Optional<AccountInfo> account) {
        boolean supplier = info.kind() == Applicant.SUPPLIER;
        return account.map(AccountInfo::companyId).or(() -> Optional.ofNullable(info.confirmation().company()))
                .map(known -> (supplier ? companies.addSupplier(known) : companies.addDistributor(known)).id())
                .orElseGet(() -> companies.register(new NewCompany(CleanText.line(info.companyName()), info.taxId(),
                        CleanText.line(info.city()), CleanText.line(info.contactName()), info.contactPhone(), info.email(), supplier, !supplier)).id());
    }
}
