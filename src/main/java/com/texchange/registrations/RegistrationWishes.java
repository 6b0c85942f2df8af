package com.texchange.registrations;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.common.EmailAddress;
import com.texchange.common.RegistrationId;
import com.texchange.registrations.UnconfirmedRequests.Unconfirmed;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Wishes of people who come without an invitation. An address that was only typed can be anybody's: the sales department
 * hears of a wish when the address's owner has confirmed it by the link in a letter. Who types an address learns nothing
 * of it; what there is to be told goes into the letter.
 */
@Service
@Validated
@Transactional
public class RegistrationWishes {

    private final UnconfirmedRequests unconfirmed;
    private final Registrations registrations;
    private final RegistrationProperties properties;
    private final SchedulerClient scheduler;
    private final Clock schedulerClock;

    RegistrationWishes(UnconfirmedRequests unconfirmed, Registrations registrations, RegistrationProperties properties,
            SchedulerClient scheduler, Clock schedulerClock) {
        this.unconfirmed = unconfirmed;
        this.registrations = registrations;
        this.properties = properties;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
    }

    /** Has a letter written to the address: how to confirm the request, or that there is an account or a request already. */
    public void ask(@Valid RegistrationRequest request, Locale locale) {
        scheduler.scheduleIfNotExists(WishLetters.of(request, locale), schedulerClock.now());
    }

    /** What is to be confirmed by a letter's link, or was already; empty if the link is damaged or too old. */
    public Optional<RegistrationRequest> look(String token) {
        return unconfirmed.lock(token, properties.confirmationValid()).map(Unconfirmed::request);
    }

    /** A request that was confirmed already, and whether it is {@linkplain RegistrationInfo#isAnswered answered} too. */
    public record Confirmed(EmailAddress email, boolean answered) {
    }

    /** What became of it, if it was confirmed already; empty if not, and if the link is damaged or too old. */
    public Optional<Confirmed> confirmed(String token) {
        return unconfirmed.lock(token, properties.confirmationValid()).flatMap(wish -> Optional.ofNullable(wish.registrationId())
                .map(id -> new Confirmed(wish.email(), registrations.get(id).isAnswered())));
    }

    /**
     * The address's owner confirms the request, which goes to the sales department. Repeating it changes nothing.
     *
     * @throws com.texchange.common.RefusedException if the link is damaged or too old, or the address has an account or
     *     another request under way by now
     */
    public RegistrationId confirm(String token) {
        Unconfirmed wish = unconfirmed.lock(token, properties.confirmationValid())
                .orElseThrow(Registrations::damagedLink);
        RegistrationId earlier = wish.registrationId();
        if (earlier != null) {
            return earlier;
        }
        RegistrationId registration = registrations.request(wish.request(), Locale.of(wish.language()));
        unconfirmed.confirm(token, registration);
        return registration;
    }
}
