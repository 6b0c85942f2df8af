package com.texchange.onboarding.ui;

import com.texchange.mail.Delivery;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The stage of an onboarding, or the state of a letter, as a small colored label. */
final class StageBadge {

    private StageBadge() {
    }

    static Span of(Stage stage) {
        String color = switch (stage) {
            case CONNECTED -> "success";
            case DECLINED, REJECTED -> "error";
            case EXPIRED, REVOKED -> "contrast";
            default -> "";
        };
        return badge(stage.key(), color);
    }

    static Span of(Delivery.@Nullable State letter) {
        if (letter == null) {
            return badge("onboarding.letter.PREPARING", "contrast");
        }
        return badge("onboarding.letter." + letter, switch (letter) {
            case SENT -> "success";
            case FAILED -> "error";
            case QUEUED -> "";
        });
    }

    private static Span badge(String key, String color) {
        Span badge = new Span(UI.getCurrent().getTranslation(key));
        badge.getElement().getThemeList().add("badge");
        badge.addClassName("badge");
        if (!color.isEmpty()) {
            badge.getElement().getThemeList().add(color);
        }
        return badge;
    }
}
