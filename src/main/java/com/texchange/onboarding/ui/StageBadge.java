package com.texchange.onboarding.ui;

import com.texchange.common.ui.Tone;
import com.texchange.mail.Delivery;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** The stage of an onboarding, or the state of a letter, as a small colored label. */
public final class StageBadge {

    private StageBadge() {
    }

    /** @param text translated */
    public record Look(String text, Tone tone) {

        public String theme() {
            return tone.theme();
        }
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
        return badge(asked ? look(key, Tone.WARNING) : new Look(I18NProvider.translate(key), look(stage).tone()));
    }

    /** Something waits for the reader's decision. */
    public static Span yourDecision() {
        return badge(look("onboarding.own.ACCEPTING", Tone.WARNING));
    }

    public static Span of(Delivery.@Nullable State letter) {
        return badge(look(letter));
    }

    public static Look look(Stage stage) {
        return look(stage.key(), switch (stage) {
            case CONNECTED -> Tone.SUCCESS;
            case DECLINED, REJECTED -> Tone.ERROR;
            case EXPIRED, REVOKED, JOINED -> Tone.CONTRAST;
            default -> Tone.UNDER_WAY;
        });
    }

    public static Look look(Delivery.@Nullable State letter) {
        if (letter == null) {
            return look("onboarding.letter.PREPARING", Tone.CONTRAST);
        }
        return look("onboarding.letter." + letter, switch (letter) {
            case SENT -> Tone.SUCCESS;
            case FAILED -> Tone.ERROR;
            case QUEUED -> Tone.UNDER_WAY;
            case WITHDRAWN -> Tone.CONTRAST;
        });
    }

    private static Look look(String key, Tone tone) {
        return new Look(I18NProvider.translate(key), tone);
    }

    private static Span badge(Look look) {
        return look.tone().badge(look.text());
    }
}
