package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.Passkeys;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
import org.springframework.stereotype.Service;

/** What the profile shows of the sign-in beside the password. */
@Service
class ProfileCards {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FreshSignIn fresh;
    private final OwnSessions sessions;

    ProfileCards(SecondFactors factors, Passkeys passkeys, FreshSignIn fresh, OwnSessions sessions) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.fresh = fresh;
        this.sessions = sessions;
    }

    /** An app and passkeys: one stands in for the other. */
    Component[] factors(Actor actor) {
        FactorCard app = new FactorCard(factors, fresh, actor);
        PasskeysCard own = new PasskeysCard(passkeys, fresh, actor, app::refresh);
        return new Component[] {app, own};
    }

    Component sessions(Actor actor) {
        return new SessionsCard(sessions, actor);
    }
}
