package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.Delegations;
import com.texchange.grants.Grants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The switch on the supplier's card: one click allows all acts without an end, or takes back what is allowed. Where licenses
 * belong to the supplier it is locked, and what the distributor's own ones are allowed for is said behind it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CardSwitch {

    private final Delegations delegations;
    private final Grants grants;

    CardSwitch(Delegations delegations, Grants grants) {
        this.delegations = delegations;
        this.grants = grants;
    }

    /** @throws RefusedException if it is turned off while licenses belong to the supplier */
    public void turn(CompanyId supplier, boolean on, Actor actor) {
        boolean locked = delegations.of(supplier, actor.companyAs(Role.DISTRIBUTOR)).locked();
        if (locked && !on) {
            throw new RefusedException("grants.delegationLocked");
        }
        if (!on) {
            grants.withdraw(supplier, actor);
        } else if (!locked) {
            grants.giveAll(supplier, actor);
        }
    }
}
