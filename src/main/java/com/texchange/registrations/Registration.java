package com.texchange.registrations;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.TaxId;
import com.texchange.common.TooLateException;
import com.texchange.registrations.RegistrationInfo.Confirmation;
import com.texchange.registrations.RegistrationInfo.State;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A request to be registered; the sales department decides it once. Where the company is known, somebody has to confirm the person
 * as well: a stranger knows a company's tax id too.
 */
@Table("registration")
class Registration {

    @Id
    private final RegistrationId id;
    @Version
    private @Nullable Long version;
    private final @Nullable OnboardingId onboardingId;
    private final EmailAddress email;
    private final String companyName;
    private final TaxId taxId;
    private final String city;
    private final String contactName;
    private final String contactPhone;
    private final String language;
    private final Instant requestedAt;
    private Applicant kind = Applicant.DISTRIBUTOR;
    private State state;
    private @Nullable String reason;
    private @Nullable AccountId decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable CompanyId companyId;
    private boolean asksCompany;
    private @Nullable CompanyId askedCompany;
    private @Nullable CompanyId confirmedCompany;
    private @Nullable AccountId confirmedBy;
    private @Nullable Instant confirmedAt;
    private @Nullable String checked;

    @PersistenceCreator
    private Registration(RegistrationId id, @Nullable OnboardingId onboardingId,
            EmailAddress email, String companyName, TaxId taxId, String city, String contactName, String contactPhone,
            String language, Instant requestedAt) {
        this.id = id;
        this.onboardingId = onboardingId;
        this.email = email;
        this.companyName = companyName;
        this.taxId = taxId;
        this.city = city;
        this.contactName = contactName;
        this.contactPhone = contactPhone;
        this.language = language;
        this.requestedAt = requestedAt;
        this.state = State.REQUESTED;
    }

    static Registration of(RegistrationRequest request, @Nullable OnboardingId onboarding, Locale locale, Instant now) {
        Registration registration = new Registration(RegistrationId.random(), onboarding, new EmailAddress(request.email()),
                request.companyName().strip(), new TaxId(request.taxId()), request.city().strip(),
                request.contactName().strip(), request.contactPhone().strip(), locale.getLanguage(), now);
        registration.asksCompany = true;
        registration.kind = request.kind();
        return registration;
    }

    void approve(AccountId by, Instant now) {
        decide(State.APPROVED, by, now);
    }

    void reject(String why, AccountId by, Instant now) {
        decide(State.REJECTED, by, now);
        reason = why;
    }

    /** The task was done past the application, as in Tasklist: nobody here has decided. */
    void decidedElsewhere(boolean approved, Instant now) {
        boolean companyRefused = !approved && state == State.APPROVED && askedCompany != null && !isConfirmed();
        if (companyRefused) {
            state = State.REJECTED;
        } else {
            decide(approved ? State.APPROVED : State.REJECTED, null, now);
        }
    }

    private void decide(State decision, @Nullable AccountId by, Instant now) {
        if (state == State.CLOSED) {
            throw new TooLateException("registrations.refused.closed");
        }
        if (state != State.REQUESTED) {
            throw new TooLateException("registrations.refused.decided");
        }
        state = decision;
        decidedBy = by;
        decidedAt = now;
    }

    /** It was asked last, and nobody has confirmed the person since. */
    boolean waitsFor(CompanyId company) {
        return !isConfirmed() && company.equals(askedCompany);
    }

    /** The company is known, and its people are asked. What another company has said before does not count for it. Of a request that is over nobody is asked. */
    void ask(CompanyId company) {
        requireApproved();
        askedCompany = company;
        confirmedCompany = null;
        confirmedBy = null;
        confirmedAt = null;
        checked = null;
    }

    /**
     * The person belongs to the company, or speaks for it. It need not be the one that was asked: the sales department can check before
     * anybody was, or another one that the person has come to belong to since.
     *
     * @param company of which that was found out; it counts for no other
     * @param what    was checked; null where somebody of the company says so
     */
    void confirm(CompanyId company, @Nullable String what, @Nullable AccountId by, Instant now) {
        requireUnconfirmed();
        confirmedCompany = company;
        checked = what;
        confirmedBy = by;
        confirmedAt = now;
    }

    /** Nobody knows the person at the company that was asked. */
    void refuse(String why, AccountId by, Instant now) {
        requireUnconfirmed();
        state = State.REJECTED;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    private void requireUnconfirmed() {
        requireApproved();
        if (isConfirmed()) {
            throw new TooLateException("registrations.refused.decided");
        }
    }

    private void requireApproved() {
        if (state == State.CLOSED) {
            throw new TooLateException("registrations.refused.closed");
        }
        if (state != State.APPROVED) {
            throw new TooLateException("registrations.refused.decided");
        }
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** By the company itself, or by the sales department; what is not known to have been said of this company does not count. */
    boolean isConfirmedFor(CompanyId company) {
        return isConfirmed() && company.equals(confirmedCompany);
    }

    /** The account is open, for a person of this company. */
    void open(CompanyId company) {
        requireApproved();
        state = State.OPENED;
        companyId = company;
    }

    void close() {
        state = State.CLOSED;
    }

    State state() {
        return state;
    }

    @Nullable AccountId decidedBy() {
        return decidedBy;
    }

    Locale locale() {
        return Locale.of(language);
    }

    RegistrationInfo info() {
        return new RegistrationInfo(id, onboardingId, email, companyName, taxId, city, contactName, contactPhone, state,
                reason, companyId, requestedAt, new Confirmation(asksCompany, askedCompany, confirmedCompany, confirmedBy, checked),
                kind);
    }
}
