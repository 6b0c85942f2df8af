package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.onboarding.SupplierCard;
import com.vaadin.flow.component.html.Paragraph;

/** What is to do about a supplier, or what has become of it. */
final class SupplierCardNext extends Paragraph {

    private final transient Actor actor;

    SupplierCardNext(SupplierCard card, Actor actor) {
        this.actor = actor;
        addClassName("supplier-card-next");
        show(card);
    }

    void show(SupplierCard card) {
        removeAll();
        add(new UnbrokenText(words(card)));
    }

    private String words(SupplierCard card) {
        return switch (card.stage()) {
            case ACCEPTING -> getTranslation("onboarding.card.next.ACCEPTING", DateTimes.until(card.expiresAt()));
            case CONNECTING -> card.ordered() ? getTranslation("onboarding.card.next.ORDERED")
                    : getTranslation("onboarding.card.next.CONNECTING") + (card.chooseBy() == null ? ""
                            : " " + getTranslation("onboarding.card.chooseBy", DateTimes.date(card.chooseBy())));
            case CONNECTED -> getTranslation(actor.mayAct() ? "onboarding.card.next.CONNECTED" : "onboarding.card.next.CONNECTED.reader");
            case DECLINED, EXPIRED, REVOKED, REJECTED -> getTranslation("onboarding.card.over." + card.stage()) + " "
                    + getTranslation("onboarding.card.comeBack");
            case INVITED -> getTranslation("onboarding.card.next.INVITED", actor.email(), DateTimes.until(card.expiresAt()));
            case REGISTERING, JOINED -> getTranslation("onboarding.card.over." + card.stage());
        };
    }
}
