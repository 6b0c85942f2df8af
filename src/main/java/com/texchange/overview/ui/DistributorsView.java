package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.ui.InviteDialog;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingExport;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.OnboardingRow;
import com.texchange.overview.SelectionSteps;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** «Дистрибьюторы»: a supplier invites distributors and sees where each of them stands. */
@Route(Routes.DISTRIBUTORS)
@Menu(title = "overview.distributors.title", order = 20, icon = "vaadin:handshake")
@RolesAllowed("SUPPLIER")
class DistributorsView extends Composite<VerticalLayout> implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient Invitations invitations;
    private final transient Actor actor;
    private final OnboardingBrowser browser;
    private final SelectionBar selection;

    DistributorsView(OnboardingQueries queries, OnboardingExport export, Invitations invitations,
            SelectionSteps steps, ChangeFeed feed, CurrentActor currentActor) {
        this.invitations = invitations;
        this.actor = currentActor.get();
        this.browser = new OnboardingBrowser(queries, export, feed, actor, false,
                getTranslation("overview.distributors.title"));
        this.selection = new SelectionBar(steps, browser.grid(), actor);
        browser.addTools(listButton(), inviteButton());
        browser.addBar(selection);
        browser.setActions(this::actions);
        browser.onGo(place -> getUI().ifPresent(ui -> place.go(ui, Routes.DISTRIBUTORS)));
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ONBOARDING,
                actor.companyId()), selection::refresh);
        getContent().setSizeFull();
        getContent().setPadding(false);
        getContent().add(browser);
        browser.setEmptyState(new EmptyState(VaadinIcon.HANDSHAKE, getTranslation("overview.distributors.empty"),
                getTranslation("overview.distributors.emptyText"),
                new HorizontalLayout(listButton(), inviteButton())));
    }

    private Button inviteButton() {
        Button invite = new Button(getTranslation("overview.invite"), VaadinIcon.PLUS.create(),
                click -> new InviteDialog(null, this::invite).open());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return invite;
    }

    private Button listButton() {
        return new Button(getTranslation("overview.inviteList"), VaadinIcon.LIST.create(),
                click -> getUI().ifPresent(ui -> ui.navigate(Routes.INVITE_LIST)));
    }

    private void invite(InviteRequest request) {
        invitations.invite(request, actor);
        Notices.success(getTranslation("overview.invited", request.name()));
        browser.refresh();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
        ListAddress place = ListAddress.of(id, event.getLocation().getQueryParameters());
        browser.show(place);
        selection.filtered(place.filter());
    }

    private Component actions(OnboardingDetails details) {
        HorizontalLayout buttons = new HorizontalLayout();
        buttons.setWrap(true);
        Stage stage = details.row().stage();
        if (stage == Stage.INVITED) {
            Button resend = new Button(getTranslation("overview.resend"));
            // A double click writes one letter.
            resend.setDisableOnClick(true);
            resend.addClickListener(click -> {
                resend.setEnabled(true);
                resend(details);
            });
            buttons.add(resend);
        }
        if (stage.isUndecided()) {
            Button revoke = new Button(getTranslation("overview.revoke"), click -> revoke(details));
            revoke.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            buttons.add(revoke);
        }
        if (stage.isEndedEarly()) {
            buttons.add(new Button(getTranslation("overview.inviteAgain"),
                    click -> new InviteDialog(again(details), this::invite).open()));
        }
        return buttons;
    }

    private InviteRequest again(OnboardingDetails details) {
        Locale language = Languages.closest(List.of(getLocale()));
        OnboardingRow row = details.row();
        return new InviteRequest(row.distributor(), row.email(), Objects.requireNonNullElse(details.taxId(), ""),
                Objects.requireNonNullElse(row.city(), ""), language);
    }

    private void resend(OnboardingDetails details) {
        invitations.resend(details.row().id(), actor);
        Notices.success(getTranslation("overview.resent", details.row().email()));
        browser.refresh();
    }

    private void revoke(OnboardingDetails details) {
        new ReasonDialog(getTranslation("overview.revokeTitle"),
                getTranslation("overview.revokeText", details.row().distributor(), details.row().email()),
                getTranslation("overview.revoke"), reason -> {
                    invitations.revoke(details.row().id(), reason, actor);
                    Notices.success(getTranslation("overview.revoked", details.row().distributor()));
                    browser.refresh();
                }).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("overview.distributors.title");
    }
}
