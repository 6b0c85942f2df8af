package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether a person has to have a second factor, and how often adding it may still be put off. */
@Component
class SecondFactorRule {

    private final SecondFactorProperties properties;
    private final ObjectProvider<ActsUnderGrant> grants;

    SecondFactorRule(SecondFactorProperties properties, ObjectProvider<ActsUnderGrant> grants) {
        this.properties = properties;
        this.grants = grants;
    }

    boolean requires(Actor actor) {
        return properties.requiredFor().stream().anyMatch(people -> people.include(actor, this::actsUnderGrant));
    }

    int delaysLeft(Account account) {
        return Math.max(0, properties.grace() - account.factorDelays());
    }

    private boolean actsUnderGrant(Actor actor) {
        CompanyId company = Objects.requireNonNull(actor.companyId());
        return grants.stream().anyMatch(known -> known.acts(company));
    }
}
