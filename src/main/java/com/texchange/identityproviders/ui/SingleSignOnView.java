package com.texchange.identityproviders.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Background;
import com.texchange.common.ui.CopyText;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.Tone;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.identityproviders.IdentityProviders;
import com.texchange.identityproviders.LinkedPerson;
import com.texchange.identityproviders.ProviderInfo;
import com.texchange.identityproviders.ProviderSettings;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** «Единый вход»: how people of the company sign in through its own server, and for its administrators what that needs. */
@Route(Routes.SINGLE_SIGN_ON)
@StyleSheet("styles/identityproviders.css")
@Menu(title = "identityproviders.title", order = 72, icon = "vaadin:key-o")
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR"})
class SingleSignOnView extends VerticalLayout implements HasDynamicTitle {

    private final transient IdentityProviders providers;
    private final transient FreshSignIn fresh;
    private final transient ProviderDialogs dialogs;
    private final transient Actor actor;
    private final Div card = new Div();

    SingleSignOnView(IdentityProviders providers, FreshSignIn fresh, CurrentActor currentActor) {
        this.providers = providers;
        this.fresh = fresh;
        this.actor = currentActor.get();
        this.dialogs = new ProviderDialogs(fresh, actor);
        card.addClassName("card");
        card.setWidthFull();
        Paragraph hint = new Paragraph(getTranslation("identityproviders.hint"));
        hint.addClassName("hint");
        add(new PageHeader(getTranslation("identityproviders.title")), hint, card);
        refresh();
    }

    private void refresh() {
        card.removeAll();
        if (!actor.administers()) {
            showAddress();
        } else {
            Optional<ProviderInfo> provider = providers.of(actor);
            provider.ifPresentOrElse(this::show, this::showNone);
        }
    }

    /** To whoever only signs in by it. */
    private void showAddress() {
        Optional<String> address = providers.signInAddress(actor);
        address.ifPresentOrElse(there -> card.add(copied(new DescriptionList(), "identityproviders.signInAddress", there)),
                () -> card.add(new Paragraph(getTranslation("identityproviders.none"))));
        Paragraph byWhom = new Paragraph(getTranslation("identityproviders.byAdministrator"));
        byWhom.addClassName("hint");
        card.add(byWhom);
    }

    private void showNone() {
        if (!providers.areOffered()) {
            card.add(new Paragraph(getTranslation("identityproviders.refused.noKey")));
            return;
        }
        OrderedList steps = new OrderedList(new ListItem(getTranslation("identityproviders.step.register")),
                new ListItem(getTranslation("identityproviders.step.enter")), new ListItem(getTranslation("identityproviders.step.check")));
        Button set = new Button(getTranslation("identityproviders.set"), click -> edit(null));
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.add(new H2(getTranslation("identityproviders.noneTitle")), steps, redirectAddress(new DescriptionList()), set);
    }

    private void show(ProviderInfo provider) {
        DescriptionList list = new DescriptionList()
                .add(getTranslation("identityproviders.state"), provider.enabled() ? Tone.SUCCESS.badge(getTranslation("identityproviders.on"))
                        : Tone.CONTRAST.badge(getTranslation("identityproviders.off")))
                .add(getTranslation("identityproviders.issuer"), new UnbrokenText(provider.issuer()))
                .add(getTranslation("identityproviders.clientId"), new UnbrokenText(provider.clientId()))
                .add(getTranslation("identityproviders.factor"),
                        getTranslation(provider.trustsFactor() ? "identityproviders.factor.theirs" : "identityproviders.factor.ours"))
                .add(getTranslation("identityproviders.people"), String.valueOf(provider.people()))
                .add(getTranslation("identityproviders.checkedAt"), DateTimes.dateTime(provider.checkedAt()));
        card.add(redirectAddress(copied(list, "identityproviders.signInAddress", provider.signInAddress())), acts(provider));
        if (provider.people() > 0) {
            card.add(new LinkedPeople(providers.people(actor), this::forget));
        }
    }

    private void forget(LinkedPerson person) {
        dialogs.forget(person.name(), () -> {
            act(() -> providers.forget(person.id(), actor));
            done("identityproviders.forgotten");
        });
    }

    private DescriptionList redirectAddress(DescriptionList list) {
        return copied(list, "identityproviders.redirectAddress", providers.redirectAddress(actor));
    }

    private DescriptionList copied(DescriptionList list, String key, String address) {
        String name = getTranslation(key);
        return list.add(name, new CopyText(name, address));
    }

    private Div acts(ProviderInfo provider) {
        Button turn = new Button(getTranslation(provider.enabled() ? "identityproviders.turnOff" : "identityproviders.turnOn"),
                click -> turn(!provider.enabled()));
        if (!provider.enabled()) {
            turn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        Button check = SingleStep.on(new Button(getTranslation("identityproviders.check")), this::check);
        Button change = new Button(getTranslation("identityproviders.change"), click -> edit(provider));
        Button remove = new Button(getTranslation("identityproviders.remove"), click -> dialogs.remove(() -> {
            act(() -> providers.remove(actor));
            done("identityproviders.removed");
        }));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Div acts = new Div(turn, check, change, remove);
        acts.addClassName("provider-acts");
        return acts;
    }

    private void edit(@Nullable ProviderInfo provider) {
        UI ui = UI.getCurrent();
        dialogs.edit(provider, settings -> save(settings, ui), () -> done("identityproviders.saved"));
    }

    /** Beside the page, which then shows what has been decided on another one. */
    private void save(ProviderSettings settings, UI ui) {
        try {
            providers.save(settings, actor);
        } catch (RefusedException refusal) {
            ui.access(this::refresh);
            throw refusal;
        }
    }

    private void check() {
        Background.runElsewhere(UI.getCurrent(), () -> {
            providers.check(actor);
            return "identityproviders.checked";
        }, this::done, this::refresh);
    }

    private void turn(boolean on) {
        FreshDialog.then(fresh, actor, () -> {
            act(() -> providers.turn(on, actor));
            done(on ? "identityproviders.turnedOn" : "identityproviders.turnedOff");
        });
    }

    /** What is refused here may have been decided on another page. */
    private void act(Runnable act) {
        try {
            act.run();
        } catch (RefusedException refusal) {
            refresh();
            throw refusal;
        }
    }

    private void done(String key) {
        Notices.success(getTranslation(key));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identityproviders.title");
    }
}
