package com.texchange.registrations;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.accounts.Accounts;
import com.texchange.common.EmailAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to an address that somebody has typed, after the page has answered: so the answer takes as long for an address that is
 * known as for any other.
 */
@Component
class WishLetters {

    /** Letters to one address, so that the form is no way to flood somebody. */
    static final int MOST_A_DAY = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final TaskDescriptor<Wish> TASK = TaskDescriptor.of("answer-registration-wish", Wish.class);

    private final UnconfirmedRequests unconfirmed;
    private final Registrations registrations;
    private final Accounts accounts;
    private final RegistrationLetters letters;

    WishLetters(UnconfirmedRequests unconfirmed, Registrations registrations, Accounts accounts, RegistrationLetters letters) {
        this.unconfirmed = unconfirmed;
        this.registrations = registrations;
        this.accounts = accounts;
        this.letters = letters;
    }

    /** What somebody typed; stands in the database until it is answered. */
    record Wish(RegistrationRequest request, String language) {
    }

    @Bean
    static Task<Wish> answerRegistrationWish(ObjectProvider<WishLetters> wishes) {
        return Tasks.oneTime(TASK).execute((instance, context) -> wishes.getObject().write(instance.getData()));
    }

    static TaskInstance<Wish> of(RegistrationRequest request, Locale locale) {
        return TASK.instance(UUID.randomUUID().toString()).data(new Wish(request, locale.getLanguage())).build();
    }

    /** How to confirm the request, or that there is an account or a request already. */
    @Transactional
    public void write(Wish wish) {
        RegistrationRequest request = wish.request();
        Locale locale = Locale.of(wish.language());
        EmailAddress email = new EmailAddress(request.email());
        if (unconfirmed.count(email, DAY) >= MOST_A_DAY) {
            return;
        }
        String token = unconfirmed.keep(request, locale);
        if (registrations.isKnown(email, request.kind())) {
            letters.known(accounts.find(email).orElseThrow());
            return;
        }
        registrations.underWay(email).ifPresentOrElse(earlier -> letters.waiting(earlier, locale),
                () -> letters.confirm(email, token, locale));
    }
}
