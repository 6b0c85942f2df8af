package com.texchange.mail;

import java.util.List;
import java.util.UUID;

/**
 * Application event, published in the transaction that records the changes: letters that belong to onboardings or registrations were
 * queued, sent, failed for now (QUEUED again) or given up.
 */
public record DeliveriesChanged(List<Change> changes) {

    /** Of one letter. */
    public record Change(UUID reference, UUID deliveryId, Delivery.State state) {
    }
}
