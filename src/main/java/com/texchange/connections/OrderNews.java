package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.licenses.LicenseNews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what the steps of an order have done: open pages, people by letter, and the modules above. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderNews {

    private final OrderedLicenses ordered;
    private final ConnectionLetters letters;
    private final ChangeFeed feed;
    private final LicenseNews licenses;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    OrderNews(OrderedLicenses ordered, ConnectionLetters letters, ChangeFeed feed, LicenseNews licenses,
            ApplicationEventPublisher events, AuditTrail audit) {
        this.ordered = ordered;
        this.letters = letters;
        this.feed = feed;
        this.licenses = licenses;
        this.events = events;
        this.audit = audit;
    }

    void changed(ConnectionOrder order) {
        order.changes().forEach(feed::publish);
    }

    /**
     * An order that another process carries out is confirmed there, as by the last step of an onboarding. Where licenses are now concerns
     * whoever sees them; to whom they are connected, the two companies alone.
     */
    void finished(ConnectionOrder order, OrderItems.Tally tally) {
        int done = order.resumedAt() == null ? tally.done() : ordered.countDone(order, false);
        if (tally.done() == 0 && order.kind() != OrderKind.MOVE) {
            events.publishEvent(new NothingConnected(order.id()));
        } else if (order.hasOwnProcess() && (done > 0 || isAnswered(order))) {
            letters.finished(order, done, null);
        }
        audit.record(OrderTrail.of(AuditKind.ORDER_FINISHED, order, null).values(null, order.kind() + " " + done));
        changed(order);
        if (order.kind() == OrderKind.MOVE && done > 0) {
            licenses.changed(order.distributorId());
        }
    }

    /** Its distributor was asked, and what has come of the answer is told for the first time: also if that is nothing. */
    private static boolean isAnswered(ConnectionOrder order) {
        return order.is(Approval.DENIED) || order.is(Approval.APPROVED) && order.resumedAt() == null;
    }

    /** What a person has decided about it. @param actor null if past the application */
    void decided(ConnectionOrder order, AuditKind decision, @Nullable Actor actor) {
        audit.record(OrderTrail.of(decision, order, actor));
        changed(order);
    }
}
