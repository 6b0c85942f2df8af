package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.Windows;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.AddressCorrection;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.ui.AddressDialog;
import com.texchange.onboarding.ui.InviteDialog;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingRow;
import com.texchange.stories.StoryStep;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.List;
import java.util.Objects;

/** What a supplier can do with one of its onboardings as it stands. */
class DistributorActions extends Composite<HorizontalLayout> {

    private final transient OnboardingDetails details;
    private final transient Invitations invitations;
    private final transient Actor actor;
    private final transient InviteDialog.Outcome outcome;
    private final OnboardingId id;

    /** @param outcome what follows on the page, after an invitation and after each other step */
    DistributorActions(OnboardingDetails details, Invitations invitations, AddressCorrection correction,
            InviteDialog.Outcome outcome, Actor actor) {
        this.details = details;
        this.invitations = invitations;
        this.actor = actor;
        this.outcome = outcome;
        this.id = details.row().id();
        OnboardingRow row = details.row();
        getContent().setWrap(true);
        Acts.forActing(this, actor);
        if (row.stage() == Stage.INVITED) {
            getContent().add(resend(), new Button(getTranslation("overview.changeAddress"), click -> new AddressDialog(id,
                    row.email(), row.code().value(), correction, actor, outcome.invited()).open()));
        }
        if (isTakenOver()) {
            getContent().add(new Button(getTranslation("overview.takeBack"), click -> takeBack()));
        }
        if (row.stage().isUndecided()) {
            Button revoke = new Button(getTranslation("overview.revoke"), click -> revoke());
            revoke.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            getContent().add(revoke);
        }
        if (row.stage().canBeTriedAgain()) {
            getContent().add(new Button(getTranslation("overview.inviteAgain"),
                    click -> new InviteDialog(invitations, actor, outcome).openAgain(id, again())));
        }
    }

    private Button resend() {
        Button resend = new Button(getTranslation("overview.resend"));
        // A double click writes one letter.
        return SingleStep.on(resend, () -> {
            resend.setEnabled(true);
            invitations.resend(id, actor);
            done(getTranslation("overview.resent", details.row().email()));
        });
    }

    /** Whether a company with another address than the invited one has it, and has not accepted it as an invitation of its own. */
    private boolean isTakenOver() {
        return (details.row().stage() == Stage.ACCEPTING || details.row().stage() == Stage.JOINED)
                && details.story().lines().stream().anyMatch(line -> line instanceof StoryStep step && step.kind() == ActivityKind.TAKEN_OVER);
    }

    private void takeBack() {
        if (details.row().stage() == Stage.JOINED) {
            Windows.ask(getTranslation("overview.takeBackTitle"),
                    getTranslation("overview.takeBackJoinedText", details.row().distributor(), details.row().email()),
                    getTranslation("overview.takeBack"), () -> takenBack(invitations.takeBackJoined(id, actor).id()));
            return;
        }
        new ReasonDialog(getTranslation("overview.takeBackTitle"),
                getTranslation("overview.takeBackText", details.row().distributor(), details.row().email()),
                getTranslation("overview.takeBack"), reason -> takenBack(invitations.takeBack(id, reason, actor).id()))
                .rereading(outcome.invited()).open();
    }

    private void takenBack(OnboardingId anew) {
        done(getTranslation("overview.takenBack", details.row().email()));
        outcome.open().accept(anew);
    }

    private void revoke() {
        new ReasonDialog(getTranslation("overview.revokeTitle"),
                getTranslation("overview.revokeText", details.row().distributor()),
                getTranslation("overview.revoke"), reason -> {
                    invitations.revoke(id, reason, actor);
                    done(getTranslation("overview.revoked", details.row().distributor()));
                }).rereading(outcome.invited()).takingBack().open();
    }

    private InviteRequest again() {
        OnboardingRow row = details.row();
        return new InviteRequest(row.distributor(), row.email(), Objects.requireNonNullElse(details.taxId(), ""),
                Objects.requireNonNullElse(row.city(), ""), Languages.closest(List.of(getLocale())));
    }

    private void done(String notice) {
        Notices.success(notice);
        outcome.invited().run();
    }
}
