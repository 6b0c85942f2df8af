package com.texchange.accounts;

import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.mail.DailyLetters;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is written to the two addresses of a person who moves from one to the other, and how often. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AddressLetters {

    private static final String ASKED = "address-asked";

    private final Letters letters;
    private final OperatorProperties operator;
    private final TimeZones zones;
    private final DailyLetters limit;
    private final TryBudgets budgets;
    private final Clock clock;

    AddressLetters(Letters letters, OperatorProperties operator, TimeZones zones, DailyLetters limit, TryBudgets budgets, Clock clock) {
        this.letters = letters;
        this.operator = operator;
        this.zones = zones;
        this.limit = limit;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Of the new address wishes are counted, and not letters: one that has an account gets none, and would never have had enough.
     *
     * @throws RefusedException if the old address has had all of the day, or the new one was asked for too often
     */
    void requireRoom(Account account, EmailAddress email) {
        limit.requireRoom(account.email(), ASKED);
        if (!budgets.take(TryBudget.NEW_ADDRESS, email.value())) {
            throw new RefusedException("accounts.profile.addressTooOften", email.value());
        }
    }

    /** To the old address. */
    void asked(Account account, EmailAddress email) {
        write(ASKED, account.email(), account, Map.of("email", hidden(email), "at", clock.instant(),
                "link", operator.link(Routes.FORGOT_PASSWORD)));
    }

    /** To the new one. @param until when the token is good */
    void confirm(Account account, EmailAddress email, String token, Instant until) {
        write("address-confirm", email, account, Map.of("validUntil", until,
                "link", operator.link(Routes.with(Routes.CONFIRM_ADDRESS, "token", token))));
    }

    /** To the old one, which is no longer the account's. */
    void changed(Account account, EmailAddress before) {
        write("address-changed", before, account, Map.of("email", hidden(account.email()), "at", clock.instant()));
    }

    private void write(String template, EmailAddress to, Account account, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", account.name());
        letters.queue(new Letter(template + "/" + UUID.randomUUID(), template, to, account.locale(), new Object[0], all, null)
                .readBy(zones.of(account.companyId())));
    }

    /** Enough for the owner to know it, too little for a stranger who reads the old mailbox. */
    private static String hidden(EmailAddress email) {
        String value = email.value();
        return value.charAt(0) + "…" + value.substring(value.indexOf('@'));
    }
}
