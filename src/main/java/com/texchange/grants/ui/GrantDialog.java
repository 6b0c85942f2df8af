package com.texchange.grants.ui;

import static com.texchange.grants.ui.GrantWords.text;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OutdatedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.Windows;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantUses;
import com.texchange.grants.Grants;
import com.texchange.grants.LicenseShares;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * «Что разрешено»: the grant behind the switch on a supplier's card. It may be open for long: who saves is asked to show who it is then,
 * and not who reads, or takes back what was allowed.
 */
class GrantDialog {

    private final Grants grants;
    private final FreshSignIn fresh;
    private final CompanyId supplier;
    private final String name;
    private final GrantUses.Done done;
    private final Actor actor;
    private final Runnable changed;

    /**
     * @param name the supplier's
     * @param done under the grant so far
     */
    GrantDialog(Grants grants, FreshSignIn fresh, GrantUses.Done done, CompanyId supplier, String name, Actor actor, Runnable changed) {
        this.grants = grants;
        this.fresh = fresh;
        this.done = done;
        this.supplier = supplier;
        this.name = name;
        this.actor = actor;
        this.changed = changed;
    }

    /** @param grant null while nothing is granted */
    FormDialog show(@Nullable GrantInfo grant, LicenseShares shares, ZoneId zone) {
        GrantTermsFields fields = new GrantTermsFields(zone, true);
        if (grant == null) {
            fields.show(GrantTerms.ALL.acts(), null, null);
        } else {
            fields.show(grant.acts(), grant.endsAt(), grant.reason());
        }
        SeenGrant seen = new SeenGrant(Optional.ofNullable(grant), () -> grants.given(supplier, actor));
        FormDialog dialog = FormDialog.asking(text("grants.dialog.title"), text("grants.dialog.save"),
                close -> fields.read().ifPresent(terms -> FreshDialog.then(fresh, actor, () -> save(terms, seen, close))));
        dialog.setWidth("32rem");
        dialog.content(new Paragraph(text("grants.dialog.text", name)));
        if (shares.ofSupplier() > 0) {
            dialog.content(new Paragraph(GrantDialogs.words(shares)));
        }
        dialog.content(fields, seen);
        if (grant != null) {
            dialog.takingBack().content(facts(grant), withdrawal(dialog));
        }
        if (!actor.administers()) {
            fields.readOnly();
            dialog.readOnly().content(Acts.whyNotAdministering(actor));
        }
        return dialog;
    }

    private void save(GrantTerms terms, SeenGrant seen, Runnable close) {
        try {
            if (grants.change(supplier, seen.version(), terms, actor)) {
                Notices.success(text("grants.dialog.saved", name));
                changed.run();
            }
            close.run();
        } catch (OutdatedException outdated) {
            seen.lookAgain();
        }
    }

    private Component facts(GrantInfo grant) {
        return new DescriptionList()
                .add(text("grants.givenBy"), grant.givenBy())
                .add(text("grants.givenAt"), DateTimes.dateTime(grant.givenAt()))
                .add(text("grants.lastUsed"), grant.lastUsedAt() == null ? text("grants.neverUsed")
                        : DateTimes.dateTime(grant.lastUsedAt()))
                .add(text("grants.done"), new Anchor(done.grantId() == null ? Routes.LICENSE_ORDERS
                        : Routes.with(Routes.LICENSE_ORDERS, "grant", done.grantId()),
                        text("grants.done.text", done.operations(), done.licenses())));
    }

    private Component withdrawal(FormDialog dialog) {
        Button withdraw = new Button(text("grants.dialog.withdraw"), click -> Windows.askToTakeBack(text("grants.withdraw.title"),
                text("grants.withdraw.text", name), text("grants.dialog.withdraw"), () -> {
                    grants.withdraw(supplier, actor);
                    Notices.success(text("grants.dialog.withdrawn", name));
                    dialog.close();
                    changed.run();
                }));
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        withdraw.setVisible(actor.administers());
        return withdraw;
    }
}
