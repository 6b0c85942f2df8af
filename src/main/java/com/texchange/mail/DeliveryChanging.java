package com.texchange.mail;

import java.util.UUID;

/**
 * Application event, published in a transaction that is about to queue or finish a letter, before it holds the letter's row: who
 * keeps something by the letter's state locks its own row now. So what is written first and what second is the same in every
 * transaction, also in those that begin with that row, and none waits for another in a circle.
 */
public record DeliveryChanging(UUID reference) {
}
