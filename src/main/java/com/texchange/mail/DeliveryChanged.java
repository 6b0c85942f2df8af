package com.texchange.mail;

import java.util.UUID;

/**
 * Application event, published in the transaction that records the change: a letter that belongs to an onboarding or
 * registration was queued, sent, failed for now (QUEUED again) or given up.
 */
public record DeliveryChanged(UUID reference, UUID deliveryId, Delivery.State state) {
}
