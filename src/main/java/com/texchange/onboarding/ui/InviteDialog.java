package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.texchange.common.ui.TooLate;
import com.texchange.common.ui.Windows;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.KnownInvitee;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** «Пригласить»: whom, and in which language. Says if the supplier has the company already, and lets a person choose. */
public final class InviteDialog {

    private final RecordBinder<InviteRequest> binder = new RecordBinder<>(InviteRequest.class);
    private final Invitations invitations;
    private final Actor actor;
    private final Outcome outcome;
    private @Nullable OnboardingId ended;
    private @Nullable FormDialog dialog;

    /**
     * What follows on the page.
     *
     * @param invited runs after somebody was invited
     * @param open    shows a distributor whom the supplier has already
     * @param change  changes the address of a live invitation
     */
    public record Outcome(Runnable invited, Consumer<OnboardingId> open, BiConsumer<OnboardingId, String> change) {
    }

    public InviteDialog(Invitations invitations, Actor actor, Outcome outcome) {
        this.invitations = invitations;
        this.actor = actor;
        this.outcome = outcome;
    }

    public void open() {
        show("onboarding.inviteText", new InviteRequest("", "", "", "", Languages.closest(
                List.of(UI.getCurrent().getLocale()))));
    }

    /**
     * For a distributor whose onboarding ended early and is to be tried again.
     *
     * @param before how it was invited
     */
    public void openAgain(OnboardingId id, InviteRequest before) {
        ended = id;
        show("onboarding.inviteAgainText", before);
    }

    private void show(String explanation, InviteRequest values) {
        TextField name = new TextField(text("onboarding.name"));
        dialog = new FormDialog(text("onboarding.inviteTitle"), text("onboarding.inviteSend"), this::send)
                .content(new Paragraph(text(explanation)), form(name));
        dialog.setWidth("36rem");
        binder.readRecord(values);
        dialog.open();
    }

    private FormLayout form(TextField name) {
        EmailInput email = new EmailInput(text("onboarding.email"));
        TextField taxId = new TextField(text("onboarding.taxId"));
        TextField city = new TextField(text("onboarding.city"));
        Select<Locale> language = new Select<>();
        language.setLabel(text("onboarding.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        binder.forField(name).bind("name");
        binder.forField(email).bind("email");
        binder.forField(taxId).bind("taxId");
        binder.forField(city).bind("city");
        binder.forField(language).bind("language");
        FormLayout form = new FormLayout();
        form.setAutoResponsive(true);
        form.setAutoRows(true);
        form.setExpandColumns(true);
        form.setExpandFields(true);
        form.add(name, 2);
        form.add(email, taxId, city, language);
        return form;
    }

    /** The window closes by itself once somebody is invited, and stays under what is to be asked. */
    private boolean send() {
        binder.submit(request -> DoubtfulAddress.ask(request.email(), () -> inviteOrAsk(request)));
        return false;
    }

    private void inviteOrAsk(InviteRequest request) {
        OnboardingId again = ended;
        Optional<KnownInvitee> known = (again == null ? invitations.recognize(request, actor)
                : invitations.recognizeAgain(again, request, actor)).filter(invitee -> !invitee.standing().isHopeless());
        if (known.isPresent()) {
            Windows.openOnce(new KnownInviteeDialog(known.get(), again != null, choices(request)));
        } else {
            invite(request);
        }
    }

    private void invite(InviteRequest request) {
        OnboardingId again = ended;
        if (again != null) {
            invited(request, () -> invitations.inviteAgain(again, request, actor));
        } else {
            invited(request, () -> invitations.invite(request, actor));
        }
    }

    private void inviteSeparately(InviteRequest request) {
        OnboardingId again = ended;
        if (again != null) {
            invited(request, () -> invitations.inviteAgainSeparately(again, request, actor));
        } else {
            invited(request, () -> invitations.inviteSeparately(request, actor));
        }
    }

    private KnownInviteeDialog.Choices choices(InviteRequest request) {
        return new KnownInviteeDialog.Choices(
                () -> invite(request),
                () -> inviteSeparately(request),
                id -> closing(() -> outcome.change().accept(id, request.email())),
                id -> {
                    close();
                    outcome.open().accept(id);
                });
    }

    private void invited(InviteRequest request, Runnable invite) {
        TooLate.orLeave(() -> closing(() -> {
            invite.run();
            Notices.success(text("onboarding.invited", request.name()));
            outcome.invited().run();
        }), () -> {
            close();
            outcome.invited().run();
        });
    }

    /** What refuses leaves the window open. */
    private void closing(Runnable step) {
        step.run();
        close();
    }

    private void close() {
        if (dialog != null) {
            dialog.close();
        }
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
