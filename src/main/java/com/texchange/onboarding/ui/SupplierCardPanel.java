package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.SupplierCard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/** A supplier's card (instruction 3.2.5): who it is, the code, the decision, the delegation and the way to licenses. */
class SupplierCardPanel extends Composite<Article> {

    private final transient SupplierCard card;
    private final transient Acceptance acceptance;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final Checkbox delegation = new Checkbox();

    /** @param changed to be run when a decision has changed what the card shows */
    SupplierCardPanel(SupplierCard card, Acceptance acceptance, Actor actor, Runnable changed) {
        this.card = card;
        this.acceptance = acceptance;
        this.actor = actor;
        this.changed = changed;
        getContent().addClassName("card");
        getContent().add(new H2(card.supplier()), StageBadge.of(card.stage()), facts());
        switch (card.stage()) {
            case ACCEPTING -> getContent().add(delegation(), hint(), decision());
            case CONNECTING, CONNECTED -> getContent().add(delegation(), hint(), licenses());
            default -> getContent().add(new Paragraph(getTranslation("onboarding.card.over." + card.stage())));
        }
    }

    private Component facts() {
        return new DescriptionList()
                .add(getTranslation("onboarding.code"), card.code().value())
                .add(getTranslation("onboarding.city"), card.city())
                .add(getTranslation("onboarding.contactName"), card.contactName())
                .add(getTranslation("onboarding.contactPhone"), card.contactPhone())
                .add(getTranslation("onboarding.contactEmail"), card.contactEmail())
                .add(getTranslation("onboarding.reason"), card.reason());
    }

    /** While the decision is open the switch is part of it; afterwards it takes effect at once. */
    private Component delegation() {
        delegation.setLabel(getTranslation("onboarding.card.delegation"));
        delegation.setValue(card.delegated());
        delegation.setReadOnly(card.locked());
        if (card.stage() != Stage.ACCEPTING) {
            delegation.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    delegate(change.getValue());
                }
            });
        }
        return delegation;
    }

    private void delegate(boolean delegated) {
        try {
            acceptance.delegate(card.id(), delegated, actor);
        } catch (RuntimeException refused) {
            delegation.setValue(!delegated);
            throw refused;
        }
        Notices.success(getTranslation(
                delegated ? "onboarding.card.delegated" : "onboarding.card.withdrawn", card.supplier()));
        changed.run();
    }

    /** Whether the panel already says all that the card says. */
    boolean shows(SupplierCard current) {
        return card.equals(current);
    }

    /** Keeps the choice of a person who is just deciding when what is around the switch has changed. */
    SupplierCardPanel keepingChoiceOf(@Nullable SupplierCardPanel earlier) {
        if (earlier != null && earlier.card.stage() == Stage.ACCEPTING && card.stage() == Stage.ACCEPTING
                && !card.locked()) {
            delegation.setValue(earlier.delegation.getValue());
        }
        return this;
    }

    private Component hint() {
        Paragraph hint = new Paragraph(getTranslation(card.locked() ? "onboarding.card.locked"
                : "onboarding.card.delegationHint"));
        hint.addClassName("hint");
        return hint;
    }

    private Component decision() {
        Button accept = new Button(getTranslation("onboarding.accept"), click -> {
            acceptance.accept(card.id(), delegation.getValue(), actor);
            Notices.success(getTranslation("onboarding.accepted", card.supplier()));
            changed.run();
        });
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button decline = new Button(getTranslation("onboarding.decline"), click -> decline());
        decline.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        HorizontalLayout buttons = new HorizontalLayout(accept, decline);
        buttons.setWrap(true);
        return buttons;
    }

    private void decline() {
        new ReasonDialog(getTranslation("onboarding.declineTitle"),
                getTranslation("onboarding.declineText", card.supplier()), getTranslation("onboarding.decline"),
                reason -> {
                    acceptance.decline(card.id(), reason, actor);
                    Notices.success(getTranslation("onboarding.declined", card.supplier()));
                    changed.run();
                }).open();
    }

    private Component licenses() {
        Button licenses = new Button(getTranslation("onboarding.card.licenses"), click -> UI.getCurrent()
                .navigate("services", QueryParameters.of("supplier", card.supplierId().toString())));
        if (card.stage() == Stage.CONNECTING) {
            licenses.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return licenses;
    }
}
