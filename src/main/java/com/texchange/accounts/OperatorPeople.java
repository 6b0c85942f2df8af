package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.mail.OperatorProperties;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * The operator's own people, as its administrators look after them. One decides at a time, so that of two who take each other's role
 * at once the second sees what the first has done.
 */
@Service
@Validated
@Transactional
public class OperatorPeople {

    /** What they can be, each several at once. */
    public static final Set<Role> ROLES = Set.copyOf(EnumSet.of(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR));
    /** Id of the change that open pages follow. */
    public static final String CHANGE = "operator";
    private static final int MOST = 1_000;
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);

    private final AccountRepository accounts;
    private final Accounts opening;
    private final InvitationLetters letters;
    private final PasswordLinks links;
    private final AccessEnd access;
    private final OperatorProperties operator;
    private final PeopleTrail trail;
    private final JdbcClient jdbc;

    OperatorPeople(AccountRepository accounts, Accounts opening, InvitationLetters letters, PasswordLinks links, AccessEnd access,
            OperatorProperties operator, PeopleTrail trail, JdbcClient jdbc) {
        this.accounts = accounts;
        this.opening = opening;
        this.letters = letters;
        this.links = links;
        this.access = access;
        this.operator = operator;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** All of them, by name; at most 1,000. */
    @Transactional(readOnly = true)
    public List<OperatorPerson> all(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return accounts.findAllOfOperator().stream().map(OperatorPeople::person).toList();
    }

    private static OperatorPerson person(Account account) {
        Colleague seen = CompanyPeople.colleague(account, false);
        return new OperatorPerson(seen.id(), seen.name(), seen.email(), account.actor().roles(), seen.state(), seen.invitedUntil());
    }

    /**
     * Invites somebody by a letter with a link.
     *
     * @throws RefusedException if the address has an account, or there are too many people
     */
    public AccountId invite(@Valid NewOperatorPerson person, Actor actor) {
        lock(actor);
        requireRoles(person.roles());
        EmailAddress email = new EmailAddress(person.email());
        if (accounts.findByEmail(email).isPresent()) {
            throw new RefusedException("accounts.people.known", email.value());
        }
        if (accounts.findAllOfOperator().size() >= MOST) {
            throw new RefusedException("accounts.people.tooMany", MOST);
        }
        AccountId id = opening.open(new NewAccount(email, person.name().strip(), null, person.roles(), person.locale())).id();
        Account invited = accounts.findById(id).orElseThrow();
        invited.enable(false);
        send(invited, actor);
        trail.changed(AuditKind.COLLEAGUE_INVITED, invited, actor, null, words(person.roles()));
        return id;
    }

    /** @throws RefusedException if the person is in by now, or was written to just now */
    public void resend(AccountId id, Actor actor) {
        Account invited = invited(id, actor);
        if (links.madeWithin(id, BETWEEN_LETTERS)) {
            throw new RefusedException("accounts.people.justSent");
        }
        send(invited, actor);
        trail.changed(AuditKind.COLLEAGUE_REMINDED, invited, actor, null, null);
    }

    /** Takes an invitation back: nothing is left of it. */
    public void withdraw(AccountId id, Actor actor) {
        Account invited = invited(id, actor);
        accounts.delete(invited);
        trail.changed(AuditKind.COLLEAGUE_WITHDRAWN, invited, actor, null, null);
    }

    /**
     * Gives a person these roles, and takes the others. Sessions with the former ones end.
     *
     * @throws RefusedException if nobody would administer any more
     */
    public void give(AccountId id, Set<Role> roles, Actor actor) {
        lock(actor);
        requireRoles(roles);
        Account person = one(id);
        if (person.actor().roles().equals(roles)) {
            return;
        }
        if (!roles.contains(Role.ADMINISTRATOR)) {
            keepAnAdministrator(person);
        }
        Set<Role> before = person.actor().roles();
        person.hold(roles);
        person.endSessions();
        accounts.save(person);
        access.tell(id);
        trail.changed(AuditKind.ROLES_CHANGED, person, actor, words(before), words(roles));
    }

    /** Keeps a person out, at once, or lets the person in again. */
    public void enable(AccountId id, boolean on, Actor actor) {
        lock(actor);
        Account person = one(id);
        if (person.isInvited()) {
            throw new RefusedException("accounts.people.invited");
        }
        if (!on) {
            keepAnAdministrator(person);
        }
        person.enable(on);
        accounts.save(person);
        if (!on) {
            access.end(person.id());
        }
        trail.changed(on ? AuditKind.PERSON_ON : AuditKind.PERSON_OFF, person, actor, null, null);
    }

    /** The person has to sign in anew, also in browsers that remember. */
    public void endSessions(AccountId id, Actor actor) {
        lock(actor);
        Account person = one(id);
        person.endSessions();
        accounts.save(person);
        access.end(id);
        trail.changed(AuditKind.SESSIONS_ENDED, person, actor, null, null);
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

    private void send(Account invited, Actor actor) {
        letters.send(invited, operator.name().isBlank() ? "T-Exchange" : operator.name(), actor);
    }

    private Account invited(AccountId id, Actor actor) {
        lock(actor);
        Account account = one(id);
        if (!account.isInvited()) {
            throw new RefusedException("accounts.people.in");
        }
        return account;
    }

    private Account one(AccountId id) {
        return accounts.findById(id).filter(account -> account.belongsTo(null))
                .orElseThrow(() -> new AccessDeniedException("not of the operator"));
    }

    /** Whoever was an administrator when the page was opened need not be one any more. */
    private void lock(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('people of the operator', 0))").query().singleRow();
        accounts.findById(actor.id()).filter(Account::isEnabled).map(Account::actor).filter(now -> now.has(Role.ADMINISTRATOR))
                .orElseThrow(() -> new AccessDeniedException("does not administer the operator any more"));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }
}
