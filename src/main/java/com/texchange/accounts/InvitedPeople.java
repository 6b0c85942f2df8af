package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TooLateException;
import com.texchange.mail.DailyLetters;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who are invited by a letter with a link, to a company or to the operator: who may do so, the services have asked. Who is invited
 * has an account that is switched off until the first password is set, so neither letters nor a forgotten password come before that.
 *
 * <p>Whether an address has an account elsewhere is not told to who invites: it looks as if the letter had gone there. Its owner is told.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitedPeople {

    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);
    private static final String[] LETTERS = {"colleague-invited", "colleague-elsewhere"};
    private static final String OPERATOR = "operator";

    private final AccountRepository accounts;
    private final Accounts opening;
    private final InvitationLetters letters;
    private final PasswordLinks links;
    private final PeopleTrail trail;
    private final DailyLetters limit;
    private final TryBudgets budgets;

    InvitedPeople(AccountRepository accounts, Accounts opening, InvitationLetters letters, PasswordLinks links, PeopleTrail trail,
            DailyLetters limit, TryBudgets budgets) {
        this.accounts = accounts;
        this.opening = opening;
        this.letters = letters;
        this.links = links;
        this.trail = trail;
        this.limit = limit;
        this.budgets = budgets;
    }

    /**
     * An account that is switched off, for whom {@link #write} writes to.
     *
     * @param most people of the company, or of the operator
     * @param by   who invites
     * @throws RefusedException if the address has an account or an invitation here, or elsewhere and who invites may read of that, or has
     *     got all such letters of the day, or there are too many people, or too many were invited lately
     */
    public Account open(NewAccount person, int most, Actor by) {
        accounts.hold(person.email());
        Optional<Account> owner = accounts.findByEmail(person.email());
        boolean known = owner.filter(account -> by.has(Role.SALES) || account.belongsTo(person.companyId())).isPresent()
                || accounts.findAllByInvitedAddress(person.email()).stream().anyMatch(account -> account.belongsTo(person.companyId()));
        if (known) {
            throw new RefusedException("accounts.people.known", person.email().value());
        }
        if (accounts.countOf(person.companyId()) >= most) {
            throw new RefusedException("accounts.people.tooMany", most);
        }
        limit.requireRoom(person.email(), LETTERS);
        // Who is taken back makes room among the people, but the letter has gone to whoever it may be.
        if (!budgets.take(TryBudget.INVITED, person.companyId() == null ? OPERATOR : person.companyId().toString())) {
            throw new RefusedException("accounts.people.invitedOften");
        }
        Account invited = opened(owner.isEmpty() ? person : withNobodysAddress(person), by);
        owner.ifPresent(account -> invited.inviteInVain(person.email()));
        invited.enable(false);
        return invited;
    }

    private Account opened(NewAccount person, Actor by) {
        return accounts.findById(opening.open(person, by).id()).orElseThrow();
    }

    private static NewAccount withNobodysAddress(NewAccount person) {
        return new NewAccount(new EmailAddress("invited-" + UUID.randomUUID() + "@invited.invalid"), person.name(), person.companyId(),
                person.roles(), person.locale());
    }

    /** @param what the person will be */
    public void write(Account invited, Object what, Actor by) {
        letters.send(invited, by);
        trail.changed(AuditKind.COLLEAGUE_INVITED, invited, by, null, what);
    }

    /**
     * Sends the letter again, with a new link; the earlier one ends.
     *
     * @throws RefusedException if the person is in by now, or was written to just now or often enough today, or the invitation is no more
     */
    public void resend(Account seen, Actor by) {
        accounts.hold(seen.email());
        Account invited = accounts.findById(seen.id()).orElseThrow(() -> new TooLateException("accounts.people.withdrawn"));
        requireInvited(invited);
        if (links.madeWithin(invited.id(), BETWEEN_LETTERS)) {
            throw new RefusedException("accounts.people.justSent");
        }
        limit.requireRoom(invited.email(), LETTERS);
        letters.send(invited, by);
        trail.changed(AuditKind.COLLEAGUE_REMINDED, invited, by, null, null);
    }

    /**
     * Takes an invitation back: nothing is left of it, and its link ends.
     *
     * @throws RefusedException if the person is in by now
     */
    public void withdraw(Account invited, Actor by) {
        requireInvited(invited);
        accounts.delete(invited);
        trail.changed(AuditKind.COLLEAGUE_WITHDRAWN, invited, by, null, null);
    }

    private static void requireInvited(Account account) {
        if (!account.isInvited()) {
            throw new TooLateException("accounts.people.in");
        }
    }
}
