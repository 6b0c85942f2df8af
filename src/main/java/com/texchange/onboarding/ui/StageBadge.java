package com.texchange.onboarding.ui;

import com.texchange.mail.Delivery;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stage of an onboarding, or the state of a letter, as a small colored label. */
public final class StageBadge {

    private static final String ASKED = "warning";

    private StageBadge() {
    }

    /** @param text translated */
    public record Look(String text, String theme) {
    }

    public static Span of(Stage stage) {
        return badge(look(stage));
    }

    /**
     * The stage as its distributor reads it: what waits for the reader stands out.
     *
     * @param ordered whether the licenses are chosen
     */
    public static Span forDistributor(Stage stage, boolean ordered) {
        boolean asked = stage == Stage.ACCEPTING || stage == Stage.CONNECTING && !ordered;
        String key = "onboarding.own." + (stage == Stage.CONNECTING && ordered ? "ORDERED" : stage.name());
        return badge(asked ? look(key, ASKED) : new Look(I18NProvider.translate(key), look(stage).theme()));
    }

    /** Something waits for the reader's decision. */
    public static Span yourDecision() {
        return badge(look("onboarding.own.ACCEPTING", ASKED));
    }

    public static Span of(Delivery.@Nullable State letter) {
        return badge(look(letter));
    }

    public static Look look(Stage stage) {
        return look(stage.key(), switch (stage) {
            case CONNECTED -> "success";
            case DECLINED, REJECTED -> "error";
            case EXPIRED, REVOKED, JOINED -> "contrast";
            default -> "";
        });
    }

    public static Look look(Delivery.@Nullable State letter) {
        if (letter == null) {
            return look("onboarding.letter.PREPARING", "contrast");
        }
        return look("onboarding.letter." + letter, switch (letter) {
            case SENT -> "success";
            case FAILED -> "error";
            case QUEUED -> "";
            case WITHDRAWN -> "contrast";
        });
    }

    private static Look look(String key, String color) {
        return new Look(I18NProvider.translate(key), color.isEmpty() ? "badge" : "badge " + color);
    }

    private static Span badge(Look look) {
        Span badge = new Span(look.text());
        badge.getElement().getThemeList().addAll(List.of(look.theme().split(" ")));
        badge.addClassName("badge");
        return badge;
    }
}
