package com.texchange.accounts.ui;

import com.texchange.accounts.FactorInfo;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.NewAuthenticator;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** «Второй фактор» in the own profile. */
class FactorCard extends Composite<Div> {

    private final transient SecondFactors factors;
    private final transient FreshSignIn fresh;
    private final transient Actor actor;

    FactorCard(SecondFactors factors, FreshSignIn fresh, Actor actor) {
        this.factors = factors;
        this.fresh = fresh;
        this.actor = actor;
        getContent().addClassName("card");
        getContent().setWidthFull();
        refresh();
    }

    void refresh() {
        getContent().removeAll();
        getContent().add(new H2(getTranslation("accounts.factor.title")));
        Optional<FactorInfo> own = factors.of(actor);
        Instant appSince = own.map(FactorInfo::appSince).orElse(null);
        Div buttons = new Div();
        buttons.addClassName("profile-fields");
        if (appSince == null) {
            showNoApp(buttons);
        } else {
            showApp(appSince, own.get().passkeys(), buttons);
        }
        own.ifPresent(info -> {
            getContent().add(new DescriptionList().add(getTranslation("accounts.factor.codesLeft"), String.valueOf(info.recoveryCodes())));
            buttons.add(new Button(getTranslation("accounts.factor.newCodes"),
                    click -> FreshDialog.then(fresh, actor, () -> showCodes(factors.renewCodes(actor)))));
        });
        getContent().add(buttons);
    }

    private void showNoApp(Div buttons) {
        getContent().add(new Paragraph(getTranslation(factors.areOffered() ? "accounts.factor.why" : "accounts.factor.notOffered")));
        if (factors.areOffered()) {
            buttons.add(new Button(getTranslation("accounts.factor.add"), click -> FreshDialog.then(fresh, actor, this::setUp)));
        }
    }

    private void showApp(Instant since, boolean beside, Div buttons) {
        getContent().add(new DescriptionList().add(getTranslation("accounts.factor.app"),
                getTranslation("accounts.factor.since", DateTimes.date(since))));
        if (beside || !factors.isRequiredOf(actor)) {
            buttons.add(new Button(getTranslation("accounts.factor.remove"), click -> remove()));
        }
    }

    private void setUp() {
        NewAuthenticator app = factors.begin(actor);
        Div place = new Div(new Paragraph(getTranslation("accounts.factor.appText")));
        place.add(new AuthenticatorSetup(app, code -> factors.add(app, code, actor), this::showCodes)
                .first(step -> FreshDialog.then(fresh, actor, step)));
        getContent().removeAll();
        Button leave = new Button(getTranslation("common.cancel"), click -> refresh());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().add(new H2(getTranslation("accounts.factor.title")), place, leave);
    }

    private void showCodes(List<String> codes) {
        getContent().removeAll();
        Button kept = new Button(getTranslation("accounts.factor.codesKept"), click -> refresh());
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().add(new H2(getTranslation("accounts.factor.codesTitle")), new RecoveryCodeList(codes), kept);
    }

    private void remove() {
        FormDialog dialog = FreshDialog.window(fresh, actor, getTranslation("accounts.factor.removeTitle"),
                getTranslation("accounts.factor.remove"), () -> {
                    try {
                        factors.remove(actor);
                        Notices.success(getTranslation("accounts.factor.removed"));
                        refresh();
                        return true;
                    } catch (RefusedException refusal) {
                        Notices.refused(refusal);
                        return false;
                    }
                }).dangerous().content(new Paragraph(getTranslation("accounts.factor.removeText")));
        dialog.setWidth("30rem");
        dialog.open();
    }
}
