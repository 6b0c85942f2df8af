package com.texchange.accounts;

import com.texchange.accounts.FactorChange.Kind;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.SingleLine;
import com.texchange.common.TooLateException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** One's own passkeys (docs/decisions/039). */
@Service
@Validated
@Transactional
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int MOST = 20;

    private final AccountRepository accounts;
    private final PasskeyRows rows;
    private final PasskeyCeremonies ceremonies;
    private final SecondFactors factors;
    private final CurrentPerson current;

    Passkeys(AccountRepository accounts, PasskeyRows rows, PasskeyCeremonies ceremonies, SecondFactors factors, CurrentPerson current) {
        this.accounts = accounts;
        this.rows = rows;
        this.ceremonies = ceremonies;
        this.factors = factors;
        this.current = current;
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(Actor actor) {
        return rows.of(actor.id());
    }

    /**
     * What the browser is asked to make a passkey of.
     *
     * @throws RefusedException if the person has too many
     */
    @Transactional(readOnly = true)
    public NewPasskey begin(Actor actor) {
        if (rows.of(actor.id()).size() >= MOST) {
            throw new RefusedException("accounts.passkeys.tooMany", MOST);
        }
        return ceremonies.begin(accounts.findById(actor.id()).orElseThrow());
    }

    /**
     * Keeps a passkey that the browser has made. All other sessions of the person end.
     *
     * @return recovery codes, which nobody can read again; empty for who has some already
     * @throws RefusedException if it is none, or the person has to show first who it is
     */
    public List<String> add(NewPasskey asked, String answer, @NotBlank @Size(max = 60) @SingleLine String name, Actor actor) {
        current.requireFresh(actor);
        accounts.lock(actor.id());
        return add(asked, answer, name.strip(), accounts.findById(actor.id()).orElseThrow());
    }

    /** @param owner is held */
    List<String> add(NewPasskey asked, String answer, String name, Account owner) {
        try {
            ceremonies.keep(asked, answer, name, owner);
        } catch (PasskeyRefusedException unverified) {
            LOG.info("A passkey of account {} was not taken: {}", owner.id(), String.valueOf(unverified.getCause()));
            throw new RefusedException("accounts.passkeys.notMade");
        }
        return factors.passkeyAdded(owner, name);
    }

    /**
     * Nobody signs in by it any more. All other sessions of the person end.
     *
     * @param id of {@link Passkey}
     * @throws RefusedException if it is no more, or it is the last factor of somebody who must have one, or the person has to show first
     *     who it is
     */
    public void remove(String id, Actor actor) {
        current.requireFresh(actor);
        Passkey own = rows.of(actor.id()).stream().filter(passkey -> passkey.id().equals(id)).findFirst()
                .orElseThrow(() -> new TooLateException("accounts.passkeys.gone"));
        factors.giveUp(actor, () -> rows.remove(id, actor.id()), Kind.PASSKEY_REMOVED, own.name());
    }
}
