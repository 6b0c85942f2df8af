package com.texchange.connections.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.connections.OrderRow;
import com.texchange.connections.OrderSummary;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
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
        if (company == null) {
            return person == null ? text("connections.order.ofOperator") : text("connections.order.byOperator", person);
        }
        return person == null ? company : text("connections.order.byCompany", person, company);
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

    static Badge state(OrderSummary order) {
        if (order.isAsking()) {
            Badge asking = new Badge(text("connections.order.state.ASKED"));
            asking.addThemeVariants(BadgeVariant.WARNING);
            return asking;
        }
        if (order.undone()) {
            Badge undone = new Badge(text("connections.order.state.UNDONE"));
            undone.addThemeVariants(BadgeVariant.CONTRAST);
            return undone;
        }
        Badge badge = new Badge(text("connections.order.state." + order.state()));
        badge.addThemeVariants(switch (order.state()) {
            case PLACED -> BadgeVariant.CONTRAST;
            case REFUSED -> BadgeVariant.WARNING;
            case FINISHED -> order.leftOut() == 0 ? BadgeVariant.SUCCESS : BadgeVariant.CONTRAST;
        });
        return badge;
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
