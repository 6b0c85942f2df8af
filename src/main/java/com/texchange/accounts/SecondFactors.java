package com.texchange.accounts;

import com.texchange.accounts.FactorChange.Kind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.TooLateException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's second factors: an app that makes codes (docs/decisions/035), passkeys (039), and codes for whoever has lost them.
 */
@Service
@Transactional
public class SecondFactors {

    private final AccountRepository accounts;
    private final Authenticators apps;
    private final PasskeyRows passkeys;
    private final RecoveryCodes codes;
    private final SecondFactorRule rule;
    private final FactorChange change;
    private final CurrentPerson current;
    private final AccessEnd access;

    SecondFactors(AccountRepository accounts, Authenticators apps, PasskeyRows passkeys, RecoveryCodes codes, SecondFactorRule rule,
            FactorChange change, CurrentPerson current, AccessEnd access) {
        this.accounts = accounts;
        this.apps = apps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.rule = rule;
        this.change = change;
        this.current = current;
        this.access = access;
    }

    /** Whether this installation can keep secrets of apps. */
    @Transactional(readOnly = true)
    public boolean areOffered() {
        return apps.areOffered();
    }

    /** The person's own. */
    @Transactional(readOnly = true)
    public Optional<FactorInfo> of(Actor actor) {
        return has(actor.id()) ? Optional.of(new FactorInfo(apps.addedAt(actor.id()).orElse(null), passkeys.has(actor.id()),
                codes.left(actor.id()))) : Optional.empty();
    }

    /** Whether the person must have one. */
    @Transactional(readOnly = true)
    public boolean isRequiredOf(Actor actor) {
        return rule.requires(actor);
    }

    /** An app for the person, who shows a code of it with {@link #add}. */
    public NewAuthenticator begin(Actor actor) {
        return new NewAuthenticator(actor.email().value());
    }

    /**
     * Adds the app once it has shown a code. All other sessions of the person end.
     *
     * @return recovery codes, which nobody can read again
     * @throws RefusedException if it is no code of the app, the person has another one by now, or has to show first who it is
     */
    public List<String> add(NewAuthenticator app, String code, Actor actor) {
        current.requireFresh(actor);
        return add(app, code, actor.id());
    }

    List<String> add(NewAuthenticator app, String code, AccountId id) {
        accounts.lock(id);
        if (!apps.add(id, app.secret(), plain(code))) {
            throw new RefusedException("accounts.factor.wrongCode");
        }
        List<String> recovery = codes.renew(id);
        Account account = accounts.findById(id).orElseThrow();
        change.made(account, Kind.ADDED, account.actor(), null);
        return recovery;
    }

    /**
     * Other recovery codes instead of those before.
     *
     * @throws RefusedException if the person has no second factor, or has to show first who it is
     */
    public List<String> renewCodes(Actor actor) {
        accounts.lock(actor.id());
        requireOne(actor);
        List<String> recovery = codes.renew(actor.id());
        change.tell(accounts.findById(actor.id()).orElseThrow(), Kind.NEW_CODES);
        return recovery;
    }

    /**
     * The person does without the app from now on.
     *
     * @throws RefusedException if there is none, it is the last factor of somebody who must have one, the password alone would be too
     *     short, or the person has to show first who it is
     */
    public void remove(Actor actor) {
        current.requireFresh(actor);
        if (apps.addedAt(actor.id()).isEmpty()) {
            throw new RefusedException("accounts.factor.none");
        }
        giveUp(actor, () -> apps.remove(actor.id()), Kind.REMOVED, null);
    }

    /** @param what is given up, as its owner calls it */
    void giveUp(Actor actor, Runnable removal, Kind kind, @Nullable String what) {
        accounts.lock(actor.id());
        Account account = accounts.findById(actor.id()).orElseThrow();
        removal.run();
        if (!has(account.id())) {
            if (rule.requires(actor)) {
                throw new RefusedException("accounts.factor.required");
            }
            if (account.hasShortPassword()) {
                throw new RefusedException("accounts.factor.shortPassword");
            }
            codes.removeAll(account.id());
        }
        change.made(account, kind, account.actor(), what);
    }

    /** @return recovery codes, if the person has none */
    List<String> passkeyAdded(Account account, String name) {
        List<String> recovery = codes.left(account.id()) > 0 ? List.of() : codes.renew(account.id());
        change.made(account, Kind.PASSKEY_ADDED, account.actor(), name);
        return recovery;
    }

    /**
     * Of somebody who has lost it, by whoever may decide that; all that is open ends. A password that is too short without it is good no
     * more.
     *
     * @throws RefusedException if there is none, or it is one's own: that would be a way round the rule that asks for it
     */
    void removeLost(Account account, Actor by, @Nullable String reason) {
        if (account.id().equals(by.id())) {
            throw new RefusedException("accounts.factor.ofOthers");
        }
        if (!has(account.id())) {
            throw new TooLateException("accounts.factor.none");
        }
        access.end(account.id());
        removeAll(account);
        account.forgetShortPassword();
        change.made(account, Kind.REMOVED_BY_OTHERS, by, reason);
    }

    private void removeAll(Account account) {
        apps.remove(account.id());
        passkeys.removeAll(account.id());
        codes.removeAll(account.id());
    }

    /** Whether it is a code of the person's app, or a recovery code, that was not used before; it is used up now. */
    boolean accept(AccountId id, String typed) {
        if (apps.accept(id, plain(typed))) {
            return true;
        }
        boolean used = codes.use(id, typed);
        if (used) {
            change.tell(accounts.findById(id).orElseThrow(), Kind.CODE_USED);
        }
        return used;
    }

    boolean has(AccountId id) {
        return apps.addedAt(id).isPresent() || passkeys.has(id);
    }

    /** Of a company's people, or of the operator's. */
    Set<AccountId> holders(@Nullable CompanyId company) {
        return apps.holders(company);
    }

    private void requireOne(Actor actor) {
        current.requireFresh(actor);
        if (!has(actor.id())) {
            throw new RefusedException("accounts.factor.none");
        }
    }

    private static String plain(String code) {
        return CleanText.digits(code);
    }
}
