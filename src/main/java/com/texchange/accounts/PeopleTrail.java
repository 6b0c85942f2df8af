package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what was done with people's accounts, and tells the open pages of their companies, in the transaction that does it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeopleTrail {

    private final AuditTrail audit;
    private final ChangeFeed feed;

    PeopleTrail(AuditTrail audit, ChangeFeed feed) {
        this.audit = audit;
        this.feed = feed;
    }

    /**
     * What is given again as it was leaves no entry.
     *
     * @param by null for a step of the system
     */
    public void changed(AuditKind kind, Account person, @Nullable Actor by, @Nullable Object before, @Nullable Object after) {
        if (before == null || !before.equals(after)) {
            audit.record(about(kind, person, by).values(before, after));
        }
        CompanyId company = person.companyId();
        feed.publish(new Change(Change.Topic.ACCOUNTS, company == null ? OperatorPeople.CHANGE : company.toString()));
    }

    /** Tells the person's own pages that their sessions may have ended. */
    public void tell(AccountId person) {
        feed.publish(new Change(Change.Topic.ACCOUNTS, person.toString()));
    }

    private static Audited about(AuditKind kind, Account person, @Nullable Actor by) {
        return Audited.of(kind, by).about(AuditSubject.account(person.id(), person.name())).concerning(person.companyId());
    }
}
