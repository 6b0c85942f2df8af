package com.texchange.accounts;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.mail.DailyLetters;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.partners.TimeZones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whoever has forgotten a password, after the page has answered: so the answer takes as long for an address that has an
 * account as for one that has none.
 */
@Component
class ResetLetters {

    private static final TaskDescriptor<Wish> TASK = TaskDescriptor.of("write-password-letter", Wish.class);
    /** Keeps strangers from filling somebody's mailbox. */
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);
    /**
     * Whoever waits for a letter that is late asks a few times and then somebody else, so ten are not met by honest people. There is no
     * limit where no link works any more: by others' wishes nobody is kept from a new password.
     */
    static final int MOST_A_DAY = 10;
    private static final String TEMPLATE = "password-reset";

    private final AccountRepository accounts;
    private final PasswordLinks links;
    private final Letters letters;
    private final AccountProperties properties;
    private final TimeZones zones;
    private final DailyLetters limit;

    ResetLetters(AccountRepository accounts, PasswordLinks links, Letters letters, AccountProperties properties, TimeZones zones,
            DailyLetters limit) {
        this.accounts = accounts;
        this.links = links;
        this.letters = letters;
        this.properties = properties;
        this.zones = zones;
        this.limit = limit;
    }

    /**
     * What somebody asked for; stands in the database until it is done.
     *
     * @param address as it was typed
     * @param path    where the link leads on to
     */
    record Wish(String address, @Nullable String path) {
    }

    @Bean
    static Task<Wish> writePasswordLetter(ObjectProvider<ResetLetters> reset) {
        return Tasks.oneTime(TASK).execute((instance, context) -> reset.getObject().write(instance.getData()));
    }

    static TaskInstance<Wish> of(String address, @Nullable String path) {
        return TASK.instance(UUID.randomUUID().toString()).data(new Wish(address, path)).build();
    }

    /** Of several at once one writes. Where no letter goes out, the link of the one before stays good. */
    @Transactional
    public void write(Wish wish) {
        accounts.findTyped(wish.address()).filter(Account::isEnabled).ifPresent(account -> {
            accounts.lock(account.id());
            if (!links.madeWithin(account.id(), BETWEEN_LETTERS)
                    && (limit.hasRoom(account.email(), MOST_A_DAY, TEMPLATE) || !links.hasWorking(account.id()))) {
                send(account, wish.path());
            }
        });
    }

    private void send(Account account, @Nullable String path) {
        ZoneId zone = zones.of(account.companyId());
        PasswordLink link = links.create(account.id(), properties.resetLinkValid(), zone, path);
        letters.queue(new Letter(TEMPLATE + "/" + UUID.randomUUID(), TEMPLATE, account.email(),
                account.locale(), new Object[0],
                Map.of("name", account.name(), "link", link.url(), "validUntil", link.expiresAt()), null)
                .readBy(zone));
    }
}
