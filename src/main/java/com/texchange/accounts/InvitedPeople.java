package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who are invited by a letter with a link, to a company or to the operator: who may do so, the services have asked. Who is invited
 * has an account that is switched off until the first password is set, so neither letters nor a forgotten password come before that.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitedPeople {

    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);

    private final AccountRepository accounts;
    private final Accounts opening;
    private final InvitationLetters letters;
    private final PasswordLinks links;
    private final PeopleTrail trail;

    InvitedPeople(AccountRepository accounts, Accounts opening, InvitationLetters letters, PasswordLinks links, PeopleTrail trail) {
        this.accounts = accounts;
        this.opening = opening;
        this.letters = letters;
        this.links = links;
        this.trail = trail;
    }

    /**
     * An account that is switched off, for whom {@link #write} writes to.
     *
     * @param most people of the company, or of the operator
     * @param by   who invites
     * @throws RefusedException if the address has an account, or there are too many people
     */
    public Account open(NewAccount person, int most, Actor by) {
        if (accounts.findByEmail(person.email()).isPresent()) {
            throw new RefusedException("accounts.people.known", person.email().value());
        }
        if (accounts.countOf(person.companyId()) >= most) {
            throw new RefusedException("accounts.people.tooMany", most);
        }
        Account invited = accounts.findById(opening.open(person, by).id()).orElseThrow();
        invited.enable(false);
        return invited;
    }

    /** @param what the person will be */
    public void write(Account invited, Object what, Actor by) {
        letters.send(invited, by);
        trail.changed(AuditKind.COLLEAGUE_INVITED, invited, by, null, what);
    }

    /**
     * Sends the letter again, with a new link; the earlier one ends.
     *
     * @throws RefusedException if the person is in by now, or was written to just now
     */
    public void resend(Account invited, Actor by) {
        requireInvited(invited);
        if (links.madeWithin(invited.id(), BETWEEN_LETTERS)) {
            throw new RefusedException("accounts.people.justSent");
        }
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
            throw new RefusedException("accounts.people.in");
        }
    }
}
