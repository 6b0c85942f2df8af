package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import org.jspecify.annotations.Nullable;

/** How orders are recorded: each as a whole, since their licenses have a history of their own. */
final class OrderTrail {

    private OrderTrail() {
    }

    /** @param by null for a step of the process */
    static Audited of(AuditKind act, ConnectionOrder order, @Nullable Actor by) {
        return Audited.of(act, by).about(AuditSubject.order(order.id())).concerning(order.distributorId(), order.supplierId())
                .under(order.grantId());
    }
}
