package com.texchange.accounts;

import com.texchange.accounts.OperatorChange.Kind;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import com.texchange.common.KeptAboutPeople.Person;
import com.texchange.common.RefusedException;
import com.texchange.common.SingleLine;
import com.texchange.common.TooLateException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept about a person, told to the person; and taken away by whoever looks after the person, once the person is kept out.
 * Histories stay whole: what was done stays done by the same account, which then has a number for a name.
 */
@Service
@Validated
@Transactional
public class PersonalData {

    private static final int NUMBER = 8;
    private final AccountRepository accounts;
    private final List<KeptAboutPeople> kept;
    private final HeldPeople held;
    private final OperatorChanges changes;
    private final AccessEnd access;
    private final ChangeFeed feed;
    private final AuditTrail audit;

    PersonalData(AccountRepository accounts, List<KeptAboutPeople> kept, HeldPeople held, OperatorChanges changes, AccessEnd access,
            ChangeFeed feed, AuditTrail audit) {
        this.accounts = accounts;
        this.kept = kept;
        this.held = held;
        this.changes = changes;
        this.access = access;
        this.feed = feed;
        this.audit = audit;
    }

    /** All that is kept about the person who asks, by what it is. That it was asked for is recorded. */
    public Map<String, List<Map<String, Object>>> of(Actor actor) {
        audit.record(Audited.export("personal", actor));
        Person person = person(accounts.findById(actor.id()).orElseThrow());
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        kept.forEach(module -> all.putAll(module.about(person)));
        return all;
    }

    /**
     * An administrator erases a colleague of the own company who is switched off.
     *
     * @throws RefusedException if the person does not administer the company or has to show first who it is, or the colleague is not
     *     switched off
     */
    public void erase(AccountId id, Actor actor) {
        held.requireFresh(actor);
        erase(held.colleague(id, actor), null, actor);
    }

    /** The same by the sales department, of any company's person, with a reason that is kept. */
    public void erase(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor sales) {
        held.requireFresh(sales);
        Account person = held.ofAnyCompany(id, sales);
        String number = erase(person, reason.strip(), sales);
        changes.record(Objects.requireNonNull(person.companyId()), id, number, Kind.ERASED, reason, sales);
    }

    /** The same by an administrator of the operator, of its own people. */
    public void eraseOfOperator(AccountId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor administrator) {
        held.requireFresh(administrator);
        erase(held.ofOperator(id, administrator), reason.strip(), administrator);
    }

    private String erase(Account account, @Nullable String reason, Actor by) {
        String number = erase(account);
        CompanyId company = account.companyId();
        audit.record(Audited.of(AuditKind.PERSON_ERASED, by).about(AuditSubject.account(account.id(), number)).concerning(company)
                .typed(null, reason));
        feed.publish(new Change(Change.Topic.ACCOUNTS, company == null ? OperatorPeople.CHANGE : company.toString()));
        return number;
    }

    /** @return what stands for the name from now on */
    private String erase(Account account) {
        if (account.isEnabled() || account.isInvited() || account.isErased()) {
            throw new TooLateException("accounts.erase.notOff");
        }
        // Others invite to it: before rows of the account.
        accounts.hold(account.email());
        access.end(account.id());
        String number = account.id().toString().substring(0, NUMBER);
        Person person = person(account);
        EmailAddress email = new EmailAddress("erased-" + account.id() + "@erased.invalid");
        kept.forEach(module -> module.erase(person, "№ " + number, email));
        return "№ " + number;
    }

    /** What is kept by an address that the person has left and somebody else has by now, as of a mailbox that was handed on, is about another. */
    private Person person(Account account) {
        Set<String> addresses = new LinkedHashSet<>(accounts.formerAddresses(account.id().toString()));
        addresses.removeIf(address -> accounts.isTaken(EmailAddress.stored(address), account.companyId()));
        addresses.add(account.email().value());
        return new Person(account.id(), account.email(), addresses);
    }
}
