package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.grants.ui.GrantDialogs;
import com.texchange.onboarding.AddressCorrection;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.ui.InviteDialog;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingExport;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.SelectionSteps;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** «Дистрибьюторы»: a supplier invites distributors and sees where each of them stands. */
@Route(Routes.DISTRIBUTORS)
@Menu(title = "overview.distributors.title", order = 20, icon = "vaadin:handshake")
@RolesAllowed("SUPPLIER")
class DistributorsView extends Composite<VerticalLayout> implements HasUrlParameter<String>, HasDynamicTitle {

    /** Parameter of an address that opens the dialog to invite. */
    static final String INVITE = "invite";

    private final transient Invitations invitations;
    private final transient AddressCorrection correction;
    private final transient Actor actor;
    private final OnboardingBrowser browser;
    private final SelectionBar selection;

    DistributorsView(OnboardingQueries queries, OnboardingExport export, Invitations invitations, AddressCorrection correction,
            SelectionSteps steps, GrantDialogs grants, ChangeFeed feed, CurrentActor currentActor) {
        this.invitations = invitations;
        this.correction = correction;
        this.actor = currentActor.get();
        this.browser = new OnboardingBrowser(queries, export, feed, actor, false,
                getTranslation("overview.distributors.title"));
        this.selection = new SelectionBar(steps, browser.grid(), actor);
        browser.addTools(listButton(), inviteButton());
        browser.addBar(selection);
        browser.setActions(details -> actions(details, correction, grants));
        browser.onGo(place -> getUI().ifPresent(ui -> place.go(ui, Routes.DISTRIBUTORS)));
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ONBOARDING,
                actor.companyId()), selection::refresh);
        getContent().setSizeFull();
        getContent().setPadding(false);
        getContent().add(browser);
        browser.setEmptyState(new EmptyState(VaadinIcon.HANDSHAKE, getTranslation("overview.distributors.empty"),
                getTranslation("overview.distributors.emptyText"),
                new HorizontalLayout(listButton(), inviteButton()), Acts.whyNotActing(actor)));
    }

    private Component actions(OnboardingDetails details, AddressCorrection correction, GrantDialogs grants) {
        DistributorActions buttons = new DistributorActions(details, invitations, correction, outcome(), actor);
        CompanyId distributor = details.story().distributorId();
        boolean works = details.row().stage() == Stage.CONNECTING || details.row().stage() == Stage.CONNECTED;
        return works && distributor != null
                ? new Div(buttons, grants.ofDistributor(distributor, details.row().distributor(), actor)) : buttons;
    }

    private Button inviteButton() {
        Button invite = new Button(getTranslation("overview.invite"), VaadinIcon.PLUS.create(),
                click -> openDialog());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Acts.forActing(invite, actor);
    }

    private void openDialog() {
        new InviteDialog(invitations, actor, outcome()).open();
    }

    private Button listButton() {
        return Acts.forActing(new Button(getTranslation("overview.inviteList"), VaadinIcon.LIST.create(),
                click -> getUI().ifPresent(ui -> ui.navigate(Routes.INVITE_LIST))), actor);
    }

    private InviteDialog.Outcome outcome() {
        return new InviteDialog.Outcome(browser::refresh,
                id -> getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.DISTRIBUTORS, id))),
                (id, address) -> {
                    correction.change(id, address, actor);
                    Notices.success(getTranslation("onboarding.address.changed", address));
                    browser.refresh();
                });
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
        ListAddress place = ListAddress.of(id, event.getLocation().getQueryParameters());
        browser.show(place);
        selection.filtered(place.filter());
        if (event.getLocation().getQueryParameters().getParameters().containsKey(INVITE)) {
            // Closed and loaded again, it does not come back.
            event.getUI().getPage().getHistory().replaceState(null, Routes.DISTRIBUTORS);
            if (actor.mayAct()) {
                openDialog();
            }
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("overview.distributors.title");
    }
}
