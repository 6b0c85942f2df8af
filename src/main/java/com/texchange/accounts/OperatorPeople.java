package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** The operator's own people, as its administrators look after them. */
@Service
@Validated
@Transactional
public class OperatorPeople {

    /** What they can be, each several at once. */
    public static final Set<Role> ROLES = Set.copyOf(EnumSet.of(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR));
    /** Id of the change that open pages follow. */
    public static final String CHANGE = "operator";

    private final AccountRepository accounts;
    private final HeldPeople held;
    private final SeenPeople seen;
    private final InvitedPeople invitations;
    private final AccountChange change;
    private final SecondFactors factors;

    OperatorPeople(AccountRepository accounts, HeldPeople held, SeenPeople seen, InvitedPeople invitations, AccountChange change,
            SecondFactors factors) {
        this.accounts = accounts;
        this.held = held;
        this.seen = seen;
        this.invitations = invitations;
        this.change = change;
        this.factors = factors;
    }

    /** All of them, by name; at most 1,000. */
    @Transactional(readOnly = true)
    public List<OperatorPerson> all(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return seen.ofOperator();
    }

    /**
     * Invites somebody by a letter with a link.
     *
     * @throws RefusedException if the address has an account or an invitation here, there are too many people, or who invites has to show first who it is
     */
    public AccountId invite(@Valid NewOperatorPerson person, Actor actor) {
        held.requireFresh(actor);
        held.operator(actor);
        requireRoles(person.roles());
        Account invited = invitations.open(new NewAccount(new EmailAddress(person.email()), person.name().strip(), null, person.roles(),
                person.locale()), Accounts.MOST, actor);
        invitations.write(invited, words(person.roles()), actor);
        return invited.id();
    }

    /** @throws RefusedException if the person is in by now, or was written to just now */
    public void resend(AccountId id, Actor actor) {
        invitations.resend(held.ofOperator(id, actor), actor);
    }

    /** Takes an invitation back: nothing is left of it. */
    public void withdraw(AccountId id, Actor actor) {
        invitations.withdraw(held.ofOperator(id, actor), actor);
    }

    /**
     * Gives a person these roles, and takes the others. Sessions with the former ones end.
     *
     * @throws RefusedException if nobody would administer any more, or who decides has to show first who it is
     */
    public void give(AccountId id, Set<Role> roles, Actor actor) {
        held.requireFresh(actor);
        Account person = held.ofOperator(id, actor);
        requireRoles(roles);
        Set<Role> before = person.actor().roles();
        if (before.equals(roles)) {
            return;
        }
        if (!roles.contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(person);
        }
        person.hold(roles);
        person.endSessions();
        change.made(person, AuditKind.ROLES_CHANGED, actor, words(before), words(roles));
    }

    /**
     * Keeps a person out, at once, or lets the person in again.
     *
     * @throws RefusedException if the person is invited only or erased, nobody would administer any more, or who decides has to show
     *     first who it is
     */
    public void enable(AccountId id, boolean on, Actor actor) {
        held.requireFresh(actor);
        Account person = held.ofOperator(id, actor);
        person.requireSwitchable();
        if (person.isEnabled() == on) {
            return;
        }
        if (on) {
            person.enable(true);
            change.made(person, AuditKind.PERSON_ON, actor, null, null);
        } else {
            keepAnAdministrator(person);
            person.enable(false);
            change.ended(person, AuditKind.PERSON_OFF, actor, null);
        }
    }

    /** The person has to sign in anew, also in browsers that remember. */
    public void endSessions(AccountId id, Actor actor) {
        Account person = held.ofOperator(id, actor);
        person.endSessions();
        change.ended(person, AuditKind.SESSIONS_ENDED, actor, null);
    }

    /**
     * Removes the second factor of somebody who has lost it; a letter tells the person. Sessions end.
     *
     * @throws RefusedException if it is the own one, since that would be a way round it, there is none, or who decides has to show
     *     first who it is
     */
    public void removeFactor(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        held.requireFresh(actor);
        factors.removeLost(held.ofOperator(id, actor), actor, reason.strip());
    }

    private void keepAnAdministrator(Account person) {
        boolean administers = person.isEnabled() && person.actor().has(Role.ADMINISTRATOR);
        if (administers && accounts.countOtherOperatorAdministrators(person.id()) == 0) {
            throw new RefusedException("accounts.operator.lastAdministrator");
        }
    }

    private static void requireRoles(Set<Role> roles) {
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            throw new RefusedException("accounts.operator.rolesNeeded");
        }
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }
}
