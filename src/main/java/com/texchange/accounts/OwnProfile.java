package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.audit.TypedText;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.partners.TimeZones;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.validation.annotation.Validated;

/** What people change of their own account. */
@Service
@Validated
public class OwnProfile {

    /** For the page to which a person is led who has just typed the password of now. */
    private static final Duration TO_SET_PASSWORD = Duration.ofMinutes(15);

    private final AccountRepository accounts;
    private final PersonProof proof;
    private final FreshSignIn fresh;
    private final NewAddresses addresses;
    private final PasswordLinks links;
    private final TimeZones zones;
    private final TransactionOperations transaction;
    private final PeopleTrail trail;

    OwnProfile(AccountRepository accounts, PersonProof proof, FreshSignIn fresh, NewAddresses addresses, PasswordLinks links, TimeZones zones,
            TransactionOperations transaction, PeopleTrail trail) {
        this.accounts = accounts;
        this.proof = proof;
        this.fresh = fresh;
        this.addresses = addresses;
        this.links = links;
        this.zones = zones;
        this.transaction = transaction;
        this.trail = trail;
    }

    /** Counts at once in this session; in others from the next sign-in on. */
    @Transactional
    public void rename(@NotBlank @Size(max = 200) @SingleLine String name, Actor actor) {
        Account account = accounts.findById(actor.id()).orElseThrow();
        String before = account.name();
        account.rename(name.strip());
        accounts.save(account);
        trail.changed(AuditKind.NAME_CHANGED, account, actor, TypedText.of(before), TypedText.of(account.name()));
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person
                && person.actor().id().equals(actor.id())) {
            person.rename(account.name());
        }
    }

    /**
     * Lets a person who knows the password of now set another, which ends all other sessions. Wrong passwords are counted as those of the
     * sign-in page are.
     *
     * @return the path of the page to set it
     * @throws RefusedException if it is not the password of now, or too many wrong ones were tried, or whoever has a second factor has to show
     *     it first
     */
    public String changePassword(String password, Actor actor) {
        requireBoth(password, actor);
        String url = Objects.requireNonNull(transaction.execute(status -> {
            trail.changed(AuditKind.PASSWORD_CHANGING, accounts.findById(actor.id()).orElseThrow(), actor, null, null);
            return links.create(actor.id(), TO_SET_PASSWORD, zones.of(actor.companyId()), null);
        })).url();
        return url.substring(url.indexOf(Routes.SET_PASSWORD));
    }

    /**
     * Lets a person who knows the password of now sign in by another address, once its owner has opened the link that goes there.
     *
     * @throws RefusedException if it is not the password of now, too many wrong ones were tried, whoever has a second factor has to show it
     *     first, or it was asked for just now, or often enough today
     */
    public void changeAddress(@NotBlank @ValidEmail String address, String password, Actor actor) {
        requireBoth(password, actor);
        addresses.ask(new EmailAddress(address), actor);
    }

    /** A password that others know as well is not enough of whoever signs in by more: at a screen that is left open it would be. */
    private void requireBoth(String password, Actor actor) {
        proof.requirePassword(password, actor);
        if (fresh.isByCode(actor)) {
            fresh.require(actor);
        }
    }

    /** The new address that waits for its owner to open the link; told alike whether or not it has an account. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> awaitedAddress(Actor actor) {
        return addresses.awaited(actor);
    }
}
