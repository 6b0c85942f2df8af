package com.texchange.onboarding.ui;

import com.texchange.common.OnboardingId;
import com.texchange.common.ui.SingleStep;
import com.texchange.onboarding.KnownInvitee;
import com.texchange.onboarding.KnownInvitee.Standing;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.Objects;
import java.util.function.Consumer;

/** Says that the supplier has a company already that it is about to invite, and what can be done. */
final class KnownInviteeDialog extends Dialog {

    private final transient KnownInvitee known;
    private final boolean again;
    private final VerticalLayout buttons = new VerticalLayout();

    /**
     * @param invite   invites with the code that there is
     * @param separate invites with a code of its own, a new one or the one that it has: it is another company
     * @param change   changes the address of the invitation that is under way
     * @param open     shows what there is
     */
    record Choices(Runnable invite, Runnable separate, Consumer<OnboardingId> change, Consumer<OnboardingId> open) {
    }

    /** @param again whether who is to be invited has a place of its own, that of an invitation that has ended */
    KnownInviteeDialog(KnownInvitee known, boolean again, Choices choices) {
        this.known = known;
        this.again = again;
        setHeaderTitle(getTranslation("onboarding.known.title"));
        setWidth("32rem");
        String code = String.valueOf(known.code());
        add(new Paragraph(getTranslation("onboarding.known.match." + known.match(), known.name(), code)),
                new Paragraph(getTranslation("onboarding.known.standing." + known.standing(), known.invited())), buttons);
        buttons.setPadding(false);
        addChoices(choices, code);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()));
    }

    private void addChoices(Choices choices, String code) {
        OnboardingId id = known.onboarding();
        if (known.standing() == Standing.ENDED) {
            add(getTranslation("onboarding.known.inviteAgain", code), choices.invite());
        }
        // The address of a place of its own is no other one's.
        if (!again && known.stage() == Stage.INVITED && known.isOtherAddress()) {
            add(getTranslation("onboarding.known.change", known.email()), () -> choices.change().accept(
                    Objects.requireNonNull(id)));
        }
        if (id != null) {
            add(getTranslation("onboarding.known.open"), () -> choices.open().accept(id));
        }
        if (!known.isCertain()) {
            add(getTranslation(again ? "onboarding.known.separateAgain" : "onboarding.known.separate"), choices.separate());
        }
        buttons.getChildren().findFirst().map(Button.class::cast)
                .ifPresent(first -> first.addThemeVariants(ButtonVariant.LUMO_PRIMARY));
    }

    private void add(String label, Runnable choice) {
        Button button = SingleStep.on(new Button(label), () -> {
            // First: what refuses is told over the form.
            close();
            choice.run();
        });
        button.addClassName("wide-button");
        buttons.add(button);
    }
}
