package com.texchange.connections.ui;

import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Tone;
import com.texchange.connections.OrderRow;
import com.texchange.connections.OrderSummary;
import com.texchange.connections.WhoActed;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How orders and what became of their licenses are told. */
final class OrderWords {

    private OrderWords() {
    }

    static String title(OrderSummary order) {
        return text((order.undoes() == null ? "connections.order." : "connections.order.undo.") + order.kind());
    }

    /** Who, for whom, and under which grant. */
    static String by(OrderSummary order) {
        return by(order.placedBy(), order.company(), order.grantedAt());
    }

    /** @param grantedAt null where no grant was needed */
    static String by(@Nullable String person, @Nullable String company, @Nullable Instant grantedAt) {
        String who = who(person, company);
        return grantedAt == null ? who : text("connections.order.underGrant", who, DateTimes.date(grantedAt));
    }

    /**
     * Whoever acted.
     *
     * @param person  null where the reader may not know
     * @param company null for the operator
     */
    static String who(@Nullable String person, @Nullable String company) {
        return new WhoActed(person, company).in(OrderWords::text);
    }

    static String counts(OrderSummary order) {
        return text("connections.order.counts", order.done(), order.all());
    }

    /** Where licenses are moved, as facts; none of an order that moves none, or takes a move back. */
    static DescriptionList target(OrderSummary order, DescriptionList facts) {
        if (order.toMdmId() != null) {
            facts.add(text("connections.order.toDevice"), order.toMdmId().toString());
        }
        if (order.toAgent() != null) {
            facts.add(text("connections.order.toAgent"),
                    order.toAgent().isEmpty() ? text("connections.order.toNobody") : order.toAgent());
        }
        return facts;
    }

    /** Which order it takes back, as a fact: a move goes back to where each license was, and names no target. */
    static DescriptionList undoes(OrderSummary order, DescriptionList facts) {
        return order.undoes() == null ? facts : facts.add(text("connections.order.undoes"),
                new Anchor(Routes.of(Routes.LICENSE_ORDERS, order.undoes()), text("connections.order.undone")));
    }

    static Span state(OrderSummary order) {
        if (order.isAsking()) {
            return Tone.WARNING.badge(text("connections.order.state.ASKED"));
        }
        if (order.undone()) {
            return Tone.CONTRAST.badge(text("connections.order.state.UNDONE"));
        }
        if (order.isFinished() && order.waiting() > 0) {
            return Tone.WARNING.badge(text("connections.order.state.WAITING", order.waiting()));
        }
        if (order.isFinished() && order.leftOut() > 0) {
            return Tone.CONTRAST.badge(text("connections.order.state." + (order.done() > 0 ? "IN_PART" : "NOTHING")));
        }
        Tone tone = switch (order.state()) {
            case PLACED -> Tone.UNDER_WAY;
            case REFUSED -> Tone.WARNING;
            case FINISHED -> Tone.SUCCESS;
        };
        return tone.badge(text("connections.order.state." + order.state()));
    }

    static Tone tone(OrderRow row) {
        return switch (row.state()) {
            case REQUESTED -> Tone.UNDER_WAY;
            case DONE -> Tone.SUCCESS;
            case REFUSED, WAITING -> Tone.WARNING;
            case LEFT_OUT -> Tone.CONTRAST;
        };
    }

    static String result(OrderRow row) {
        String state = text("connections.item." + row.state());
        if (row.verdict() == null) {
            return state;
        }
        String why = row.changedAt() == null ? text(row.verdict().key())
                : text("connections.order.changedSince", who(row.changedBy(), row.changedFor()), DateTimes.dateTime(row.changedAt()));
        return text("connections.order.because", state, why);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
