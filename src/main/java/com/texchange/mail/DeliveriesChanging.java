package com.texchange.mail;

import java.util.Set;
import java.util.UUID;

/**
 * Application event, published in a transaction that is about to queue or finish letters, before it holds the letters' rows: who
 * keeps something by a letter's state locks its own rows now. So what is written first and what second is the same in every
 * transaction, also in those that begin with such a row, and none waits for another in a circle.
 *
 * @param references what the letters belong to
 */
public record DeliveriesChanging(Set<UUID> references) {
}
