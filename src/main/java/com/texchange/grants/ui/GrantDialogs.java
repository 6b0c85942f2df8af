package com.texchange.grants.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import com.texchange.grants.Delegations;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantUses;
import com.texchange.grants.Grants;
import com.texchange.grants.LicenseShares;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.Component;

/** What pages of other modules show of grants. */
@org.springframework.stereotype.Component
public class GrantDialogs {

    private final Grants grants;
    private final GrantRequests requests;
    private final Delegations delegations;
    private final GrantUses uses;
    private final FreshSignIn fresh;
    private final TimeZones zones;
    private final ChangeFeed feed;

    GrantDialogs(Grants grants, GrantRequests requests, Delegations delegations, GrantUses uses, FreshSignIn fresh, TimeZones zones,
            ChangeFeed feed) {
        this.grants = grants;
        this.requests = requests;
        this.delegations = delegations;
        this.uses = uses;
        this.fresh = fresh;
        this.zones = zones;
        this.feed = feed;
    }

    /**
     * «Что разрешено»: what a distributor's person sees and changes behind the switch on a supplier's card.
     *
     * @param changed to be run when something was changed
     */
    public void open(CompanyId supplier, String name, Actor actor, Runnable changed) {
        CompanyId distributor = actor.companyAs(Role.DISTRIBUTOR);
        LicenseShares shares = delegations.shares(supplier, distributor);
        new GrantDialog(grants, fresh, uses.underCurrent(supplier, distributor), supplier, name, actor, changed)
                .show(grants.given(supplier, actor).orElse(null), shares, zones.of(distributor)).open();
    }

    /** A step, and if it gives rights, once the person has shown who it is. */
    public void asFreshIf(boolean givesRights, Actor actor, Runnable step) {
        if (givesRights) {
            FreshDialog.then(fresh, actor, step);
        } else {
            step.run();
        }
    }

    /** How many of the distributor's licenses belong to the supplier, in words; an empty text if none do. */
    public String shares(CompanyId supplier, Actor actor) {
        return words(delegations.shares(supplier, actor.companyAs(Role.DISTRIBUTOR)));
    }

    static String words(LicenseShares shares) {
        return shares.ofSupplier() == 0 ? ""
                : GrantWords.text(shares.areAllSuppliers() ? "grants.shares.all" : "grants.shares", shares.ofSupplier(),
                        shares.licenses());
    }

    /** What a supplier's person sees of a distributor's grant, with the way to ask for one. */
    public Component ofDistributor(CompanyId distributor, String name, Actor actor) {
        return new GrantSection(grants, requests, zones.of(distributor), distributor, name, actor).following(feed);
    }
}
