package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.grants.GrantedAct;
import com.texchange.grants.ui.GrantDialogs;
import com.texchange.grants.ui.GrantWords;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.SupplierCard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/** A supplier's card (instruction 3.2.5): who it is, the code, the decision, the delegation and the way to licenses. */
class SupplierCardPanel extends Composite<Article> {

    private final transient SupplierCard card;
    private final transient Acceptance acceptance;
    private final transient Joining joining;
    private final transient GrantDialogs grants;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final H2 heading;
    private final Checkbox delegation = new Checkbox();
    private final Paragraph hint = new Paragraph();
    private final SupplierCardNext next;

    /** @param changed to be run when a decision has changed what the card shows */
    SupplierCardPanel(SupplierCard card, Acceptance acceptance, Joining joining, GrantDialogs grants, Actor actor,
            Runnable changed) {
        this.card = card;
        this.acceptance = acceptance;
        this.joining = joining;
        this.grants = grants;
        this.actor = actor;
        this.changed = changed;
        heading = new H2(card.supplier());
        next = new SupplierCardNext(card, actor);
        // Not by tabbing: the card is led to, after a decision and by its address.
        heading.getElement().setAttribute("tabindex", "-1");
        getContent().addClassNames("card", "supplier-card");
        getContent().add(heading, StageBadge.forDistributor(card.stage(), card.ordered()), facts());
        switch (card.stage()) {
            case INVITED -> getContent().add(next, answer());
            case ACCEPTING -> getContent().add(delegation(), next, decision());
            case CONNECTING, CONNECTED -> getContent().add(delegation(), whatIsGranted(), next, licenses());
            default -> getContent().add(next);
        }
        // Its story is for the company that has taken it up.
        if (card.stage() != Stage.INVITED) {
            getContent().add(story());
        }
    }

    private Component facts() {
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("onboarding.code"), card.code().value())
                .add(getTranslation("onboarding.city"), card.city())
                .add(getTranslation("onboarding.contactName"), card.contactName());
        link(facts, "onboarding.contactPhone", "tel:", card.contactPhone());
        link(facts, "onboarding.contactEmail", "mailto:", card.contactEmail());
        return facts.add(getTranslation("onboarding.reason"), card.reason());
    }

    private void link(DescriptionList facts, String key, String scheme, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(getTranslation(key), new Anchor(scheme + value.replace(" ", ""), new UnbrokenText(value)));
        }
    }

    /** While the decision is open the switch is part of it; afterwards it takes effect at once. */
    private Component delegation() {
        delegation.setLabelComponent(new UnbrokenText(getTranslation("onboarding.card.delegation")));
        delegation.setValue(card.delegation().isEffective());
        delegation.setReadOnly(card.delegation().locked() || !actor.administers());
        hint.addClassName("hint");
        Anchor own = new Anchor(Routes.with(Routes.SERVICES, "supplier", card.supplierId()) + "&show=own", getTranslation("onboarding.card.ownLicenses"));
        own.setVisible(card.delegation().locked() && card.stage() != Stage.ACCEPTING);
        delegation.setHelperComponent(new Div(hint, own, Acts.whyNotAdministering(actor)));
        explain();
        delegation.addValueChangeListener(change -> {
            if (change.isFromClient() && card.stage() != Stage.ACCEPTING) {
                delegate(change.getValue());
            }
            explain();
        });
        return delegation;
    }

    /** What the switch means as it stands. */
    private void explain() {
        if (card.delegation().locked()) {
            hint.setText(getTranslation("onboarding.card.locked") + " " + grants.shares(card.supplierId(), actor)
                    + (card.granted() ? " " + getTranslation("onboarding.card.grantedToo", granted()) : ""));
        } else if (delegation.getValue() && isLimited()) {
            hint.setText(getTranslation("onboarding.card.limited", granted()));
        } else {
            hint.setText(getTranslation(delegation.getValue() ? "onboarding.card.delegationOn" : "onboarding.card.delegationOff"));
        }
    }

    /** Whether the switch says more than it means. */
    private boolean isLimited() {
        return card.granted() && (card.grantEndsAt() != null || card.grantedActs().size() < GrantedAct.values().length);
    }

    private String granted() {
        return GrantWords.acts(card.grantedActs()) + "; " + GrantWords.end(card.grantEndsAt());
    }

    /** Quiet, since one click on the switch is enough for most. */
    private Component whatIsGranted() {
        Button terms = new Button(getTranslation("onboarding.card.terms"),
                click -> grants.open(card.supplierId(), card.supplier(), actor, changed));
        terms.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        terms.addClassName("supplier-card-terms");
        terms.setAriaLabel(getTranslation("onboarding.card.termsOf", card.supplier()));
        return terms;
    }

    private void delegate(boolean delegated) {
        delegation.setValue(false);
        grants.asFreshIf(delegated, actor, () -> {
            delegation.setValue(delegated);
            turn(delegated);
        });
    }

    private void turn(boolean delegated) {
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

    /**
     * Whether the panel says all that the card says. A term, which comes a moment after the decision, is added to it: the button that
     * a click is just on its way to stays.
     */
    boolean shows(SupplierCard current) {
        if (!current.equals(card.chosenBy(current.chooseBy()))) {
            return false;
        }
        next.show(current);
        return true;
    }

    /** Keeps the choice of a person who is just deciding when what is around the switch has changed. */
    SupplierCardPanel keepingChoiceOf(@Nullable SupplierCardPanel earlier) {
        if (earlier != null && earlier.card.stage() == Stage.ACCEPTING && card.stage() == Stage.ACCEPTING
                && !card.delegation().locked()) {
            delegation.setValue(earlier.delegation.getValue());
        }
        return this;
    }

    /** Leads keyboard and screen reader to the card. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    /** Shows that this is the card that the address names. */
    void pointOut() {
        getContent().addClassName("supplier-card-linked");
        getContent().getElement().setAttribute("aria-current", "true");
        focus();
    }

    /** The invitation went to the person's own address: no link is needed. */
    private Component answer() {
        Button answer = new Button(getTranslation("onboarding.card.answer"), click -> {
            if (!joining.followOwn(card.id(), actor).equals(card.id())) {
                Notices.success(getTranslation("onboarding.joined", card.supplier()));
            }
            changed.run();
        });
        answer.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new Div(Acts.forActing(answer, actor), Acts.whyNotActing(actor));
    }

    private Component decision() {
        Button accept = new Button(getTranslation("onboarding.accept"), click -> grants.asFreshIf(gives(), actor, this::accept));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button decline = new Button(getTranslation("onboarding.decline"), click -> decline());
        decline.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        HorizontalLayout buttons = new HorizontalLayout(Acts.forActing(accept, actor), Acts.forActing(decline, actor),
                Acts.whyNotActing(actor));
        buttons.setWrap(true);
        return buttons;
    }

    private boolean gives() {
        return actor.administers() && delegation.getValue();
    }

    private void accept() {
        boolean accepted = acceptance.accept(card.id(), gives(), actor);
        Notices.success(getTranslation(accepted ? "onboarding.accepted" : "onboarding.joined", card.supplier()));
        changed.run();
    }

    private void decline() {
        new ReasonDialog(getTranslation("onboarding.declineTitle"),
                getTranslation("onboarding.declineText", card.supplier()), getTranslation("onboarding.decline"),
                reason -> {
                    acceptance.decline(card.id(), reason, actor);
                    Notices.success(getTranslation("onboarding.declined", card.supplier()));
                    changed.run();
                }).rereading(changed).open();
    }

    private Component licenses() {
        Button licenses = new Button(getTranslation("onboarding.card.licenses"), click -> UI.getCurrent()
                .navigate(Routes.SERVICES, QueryParameters.of("supplier", card.supplierId().toString())));
        if (card.stage() == Stage.CONNECTING && !card.ordered()) {
            licenses.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return licenses;
    }

    private Component story() {
        Anchor story = new Anchor(Routes.of(Routes.STORY, card.id()), getTranslation("onboarding.story.whole"));
        story.setAriaLabel(getTranslation("onboarding.story.titleOf", card.supplier()));
        story.addClassName("supplier-card-story");
        return story;
    }
}
