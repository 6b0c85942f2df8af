package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.Passkeys;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.texchange.partners.OwnZones;
import com.texchange.partners.TimeZones;
import com.texchange.partners.ui.OwnZoneCard;
import com.vaadin.flow.component.Component;
import org.springframework.stereotype.Service;

/** What the profile shows beside name and password. */
@Service
class ProfileCards {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FreshSignIn fresh;
    private final OwnSessions sessions;
    private final OwnZones own;
    private final TimeZones zones;

    ProfileCards(SecondFactors factors, Passkeys passkeys, FreshSignIn fresh, OwnSessions sessions, OwnZones own, TimeZones zones) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.fresh = fresh;
        this.sessions = sessions;
        this.own = own;
        this.zones = zones;
    }

    /** An app and passkeys: one stands in for the other. */
    Component[] factors(Actor actor) {
        FactorCard app = new FactorCard(factors, fresh, actor);
        PasskeysCard own = new PasskeysCard(passkeys, fresh, actor, app::refresh);
        return new Component[] {app, own};
    }

    Component clock(Actor actor) {
        return new OwnZoneCard(own, zones, actor);
    }

    Component sessions(Actor actor) {
        return new SessionsCard(sessions, actor);
    }
}
