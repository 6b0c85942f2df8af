package com.texchange.registrations;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.FreshSignIn;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.tasks.Tasks;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Whether a person who asks to be registered belongs to a company that is known, or speaks for it: its people say so, or the sales
 * department, which records what it has checked.
 */
@Service
@Validated
@Transactional
public class Confirmations {

    /** Id of the user task of the company's people and of the sales department. */
    public static final String TASK = "Task_ConfirmColleague";

    private final RegistrationRepository repository;
    private final Accounts accounts;
    private final Tasks tasks;
    private final Clock clock;
    private final AuditTrail audit;
    private final FreshSignIn fresh;
    private final WhomToAsk whom;
    private final Companies companies;

    Confirmations(RegistrationRepository repository, Accounts accounts, Tasks tasks, Clock clock, AuditTrail audit, FreshSignIn fresh,
            WhomToAsk whom, Companies companies) {
        this.repository = repository;
        this.accounts = accounts;
        this.tasks = tasks;
        this.clock = clock;
        this.audit = audit;
        this.fresh = fresh;
        this.whom = whom;
        this.companies = companies;
    }

    /**
     * A company that a stranger wants to belong to, and whom it has; at most 1,000 people.
     *
     * @param widens whether it is one of them who wants it to be a supplier or a distributor, too
     * @param off    whether the operator keeps its people out: whoever is let into it now as well
     */
    public record KnownCompany(CompanyInfo company, List<AccountInfo> people, boolean widens, boolean off) {
    }

    /** Whom to ask or to check; empty where nobody has to be confirmed. */
    @Transactional(readOnly = true)
    public Optional<KnownCompany> needed(RegistrationInfo registration) {
        return whom.about(registration)
                .map(known -> new KnownCompany(known, accounts.ofCompany(known.id()), whom.isToWiden(registration, known.id()),
                        companies.isOff(known.id())));
    }

    /**
     * Somebody of the company knows the person.
     *
     * @throws RefusedException if it is decided, the invitation behind the request has ended, the company has as many people as it may have, or
     *     who confirms has to show first who it is
     */
    public void confirm(RegistrationId id, Actor colleague) {
        Registration registration = asked(id, colleague);
        CompanyId company = askedCompany(registration, colleague)
                .orElseThrow(() -> new AccessDeniedException("is not of the company that is asked"));
        confirm(registration, company, null, colleague);
    }

    /**
     * The same by the sales department, which says what it has checked; kept, and told to the company.
     *
     * @param company of which it was checked, as the person was shown: {@link #needed}
     * @throws RefusedException if it is another one by now, or none, and as {@link #confirm} does
     */
    public void confirmChecked(RegistrationId id, CompanyId company, @NotBlank @Size(max = 1000) @SingleLine String checked, Actor sales) {
        sales.require(Role.SALES);
        Registration registration = asked(id, sales);
        refuseAnother(registration, company);
        confirm(registration, company, checked.strip(), sales);
    }

    private void confirm(Registration registration, CompanyId company, @Nullable String checked, Actor actor) {
        fresh.require(actor);
        registration.confirm(company, checked, actor.id(), clock.instant());
        requireRoom(company, registration);
        answer(registration, AuditKind.REGISTRATION_CONFIRMED, actor, true);
    }

    /**
     * The sales department approves a request and has checked by itself that the person belongs to a known company, and says what. Which
     * one it was is kept: should the person belong to another when the account is opened, that one is asked.
     *
     * @param company of which it was checked, as the person was shown: {@link #needed}
     * @throws RefusedException if it is another one by now, or none, and as {@link #confirm} does
     */
    public void approveChecked(RegistrationId id, CompanyId company, @NotBlank @Size(max = 1000) @SingleLine String checked, Actor sales) {
        sales.require(Role.SALES);
        fresh.require(sales);
        Registration registration = repository.findLockedById(id).orElseThrow();
        tasks.refuseIfDone(Registrations.TASK, id.value(), sales.companyId());
        refuseAnother(registration, company);
        registration.approve(sales.id(), clock.instant());
        registration.confirm(company, checked.strip(), sales.id(), clock.instant());
        requireRoom(company, registration);
        audit.record(RegistrationTrail.of(AuditKind.REGISTRATION_APPROVED, repository.save(registration), sales));
        tasks.submitIfOffered(Registrations.TASK, id.value(), sales, Map.of("approved", true));
    }

    private void requireRoom(CompanyId company, Registration registration) {
        RegistrationInfo info = registration.info();
        accounts.requireRoom(company, info.email(), () -> repository.countLetIn(company, info.id()));
    }

    /** The company does not know the person, or the sales department has found so; the person is told the reason. */
    public void refuse(RegistrationId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        Registration registration = asked(id, actor);
        if (!actor.has(Role.SALES) && askedCompany(registration, actor).isEmpty()) {
            throw new AccessDeniedException("is not of the company that is asked");
        }
        registration.refuse(reason.strip(), actor.id(), clock.instant());
        answer(registration, AuditKind.REGISTRATION_UNCONFIRMED, actor, false);
    }

    private Registration asked(RegistrationId id, Actor actor) {
        Registration registration = repository.findLockedById(id).orElseThrow();
        tasks.refuseIfDone(TASK, id.value(), actor.companyId());
        return registration;
    }

    private void answer(Registration registration, AuditKind kind, Actor actor, boolean confirmed) {
        RegistrationId id = repository.save(registration).info().id();
        audit.record(RegistrationTrail.of(kind, registration, actor));
        tasks.submitIfOffered(TASK, id.value(), actor, Map.of("confirmed", confirmed));
    }

    /**
     * Whoever checks one company while the applicant comes to belong to another is told so, rather than waiting for nothing; and if it is
     * none any more, as the tax id was put right: what was checked of a company is no word for a new one.
     */
    private void refuseAnother(Registration registration, CompanyId checked) {
        Optional<CompanyInfo> now = whom.about(registration.info());
        if (now.filter(known -> known.id().equals(checked)).isEmpty()) {
            throw now.map(known -> new RefusedException("registrations.refused.otherCompany", known.name()))
                    .orElseGet(() -> new RefusedException("registrations.refused.noCompany"));
        }
    }

    /** The company that is asked, for whoever answers for it. */
    private static Optional<CompanyId> askedCompany(Registration registration, Actor actor) {
        return Optional.ofNullable(registration.info().confirmation().askedCompany())
                .filter(company -> actor.groups().contains(CandidateGroup.administratorsOf(company).name()));
    }
}
