package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
import org.springframework.stereotype.Service;

/** What the profile shows of the sign-in beside the password. */
@Service
class ProfileCards {

    private final SecondFactors factors;
    private final FreshSignIn fresh;
    private final OwnSessions sessions;

    ProfileCards(SecondFactors factors, FreshSignIn fresh, OwnSessions sessions) {
        this.factors = factors;
        this.fresh = fresh;
        this.sessions = sessions;
    }

    Component factor(Actor actor) {
        return new FactorCard(factors, fresh, actor);
    }

    Component sessions(Actor actor) {
        return new SessionsCard(sessions, actor);
    }
}
