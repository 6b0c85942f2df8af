package com.texchange.registrations;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;

/** How decisions on requests are recorded. */
final class RegistrationTrail {

    private RegistrationTrail() {
    }

    /** With the reason, or what was checked, of a decision that has one. */
    static Audited of(AuditKind kind, Registration registration, Actor by) {
        RegistrationInfo info = registration.info();
        return Audited.of(kind, by).about(AuditSubject.registration(info.id(), info.companyName()))
                .concerning(info.companyId(), info.confirmation().askedCompany())
                .values(null, info.reason() == null ? info.confirmation().checked() : info.reason());
    }

    /** By who asks for it, who has no account. */
    static Audited requested(RegistrationInfo info) {
        return Audited.byStranger(AuditKind.REGISTRATION_REQUESTED, info.email().value())
                .about(AuditSubject.registration(info.id(), info.companyName()));
    }
}
