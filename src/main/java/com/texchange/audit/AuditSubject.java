package com.texchange.audit;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RegistrationId;
import java.util.UUID;

/**
 * What an entry is about.
 *
 * @param label what people know it by, as it was then
 */
public record AuditSubject(Type type, String id, String label) {

    public enum Type {
        ACCOUNT, COMPANY, ONBOARDING, REGISTRATION, GRANT, ORDER, LICENSE, LOAD, TASK, BATCH, RECONCILIATION, STEP, LIST, PAGE
    }

    public static AuditSubject account(AccountId id, String name) {
        return new AuditSubject(Type.ACCOUNT, id.toString(), name);
    }

    public static AuditSubject company(CompanyId id, String name) {
        return new AuditSubject(Type.COMPANY, id.toString(), name);
    }

    public static AuditSubject onboarding(OnboardingId id, String label) {
        return new AuditSubject(Type.ONBOARDING, id.toString(), label);
    }

    public static AuditSubject registration(RegistrationId id, String company) {
        return new AuditSubject(Type.REGISTRATION, id.toString(), company);
    }

    public static AuditSubject order(OrderId id) {
        return new AuditSubject(Type.ORDER, id.toString(), "");
    }

    /** Something else that has an id. */
    public static AuditSubject of(Type type, UUID id, String label) {
        return new AuditSubject(type, id.toString(), label);
    }

    /** Something that has none, or one of another kind. */
    public static AuditSubject named(Type type, String id, String label) {
        return new AuditSubject(type, id, label);
    }
}
