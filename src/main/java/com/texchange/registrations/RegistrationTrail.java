package com.texchange.registrations;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.registrations.RegistrationInfo.Confirmation;
import org.jspecify.annotations.Nullable;

/** How requests, and decisions on them, are recorded. */
final class RegistrationTrail {

    private RegistrationTrail() {
    }

    /**
     * With the reason, or what was checked, of a decision that has one. What was checked is the matter of the company of which it was, and
     * not of another one that was asked.
     *
     * @param by null where nobody knows
     */
    static Audited of(AuditKind kind, Registration registration, @Nullable Actor by) {
        RegistrationInfo info = registration.info();
        Confirmation confirmation = info.confirmation();
        CompanyId company = confirmation.company() == null ? confirmation.askedCompany() : confirmation.company();
        return Audited.of(kind, by).about(AuditSubject.registration(info.id(), info.companyName()))
                .concerning(info.companyId(), company)
                .typed(null, info.reason() == null ? confirmation.checked() : info.reason());
    }

    /** Of a company that has to confirm the person: whose address it is, it knows from its letter and its task. */
    static Audited asked(RegistrationInfo info, CompanyId company) {
        return Audited.of(AuditKind.REGISTRATION_ASKED, null).about(AuditSubject.registration(info.id(), info.companyName()))
                .concerning(company).values(null, info.email().value());
    }

    /** By who asks for it, who has no account. */
    static Audited requested(RegistrationInfo info) {
        return Audited.byStranger(AuditKind.REGISTRATION_REQUESTED, info.email().value())
                .about(AuditSubject.registration(info.id(), info.companyName()));
    }
}
