package com.texchange.mail;

import com.texchange.common.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Application event, published in the transaction that records the change: a letter that belongs to an onboarding or
 * registration was queued, sent, failed for now (QUEUED with an error) or given up.
 */
public record DeliveryChanged(UUID reference, UUID deliveryId, String template, EmailAddress recipient,
        Delivery.State state, int attempts, @Nullable String error) {
}
