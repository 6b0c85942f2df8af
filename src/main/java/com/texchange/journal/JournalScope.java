package com.texchange.journal;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;

/** How much of the journal somebody reads. */
public enum JournalScope {
    /** All entries, for the operator's people. */
    ALL,
    /** What is the matter of one's own company, for its administrators. */
    COMPANY,
    /** What one has done oneself, and what was done with one's account. */
    OWN;

    private static final Set<Role> OPERATOR = EnumSet.of(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR);

    /** Those that a person has, the widest first. */
    public static Set<JournalScope> of(Actor actor) {
        Set<JournalScope> scopes = EnumSet.of(OWN);
        if (actor.companyId() == null && actor.hasOneOf(OPERATOR)) {
            scopes.add(ALL);
        }
        if (actor.administers()) {
            scopes.add(COMPANY);
        }
        return scopes;
    }

    /** @throws AccessDeniedException if the person may not read so much */
    void require(Actor actor) {
        if (!of(actor).contains(this)) {
            throw new AccessDeniedException("may not read the journal so far: " + this);
        }
    }
}
