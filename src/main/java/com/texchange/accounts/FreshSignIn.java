package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Whether a person has shown just now who it is. A session may be open for hours, and somebody else come to the screen: what
 * decides about rights and about sign-in asks for a password or a code again.
 */
@Component
public class FreshSignIn {

    private final CurrentPerson current;
    private final SecondFactors factors;
    private final PersonProof proof;

    FreshSignIn(CurrentPerson current, SecondFactors factors, PersonProof proof) {
        this.current = current;
        this.factors = factors;
        this.proof = proof;
    }

    /** Steps that nobody takes at a page are not asked. */
    public boolean isFresh(Actor actor) {
        return current.isFresh(actor);
    }

    /** @throws RefusedException if the person has to show first who it is, or the session is somebody else's */
    public void require(Actor actor) {
        current.requireFresh(actor);
    }

    /** Whether it is a code that the person is asked for, rather than the password. */
    public boolean isByCode(Actor actor) {
        return factors.of(actor).isPresent();
    }

    /** Whether the codes are those of an app; otherwise there are recovery codes alone. */
    public boolean hasApp(Actor actor) {
        return factors.of(actor).map(FactorInfo::appSince).isPresent();
    }

    /** Whether the person can show a passkey instead. */
    public boolean hasPasskey(Actor actor) {
        return factors.of(actor).filter(FactorInfo::passkeys).isPresent();
    }

    /** Asks for one of them. */
    public AskedPasskey askPasskey(Actor actor) {
        return proof.askPasskey(actor);
    }

    /**
     * Shows who the person is, for the next ten minutes of this session. Wrong tries are counted as those of the sign-in page.
     *
     * @param typed a code, if {@link #isByCode} says so, or the password
     * @throws RefusedException if it is wrong, or too many wrong ones were tried
     */
    public void prove(String typed, Actor actor) {
        if (isByCode(actor)) {
            proof.requireCode(typed, actor);
        } else {
            proof.requirePassword(typed, actor);
        }
        current.prove(actor);
    }

    /**
     * The same by a passkey.
     *
     * @param answer of the browser
     * @throws RefusedException if it is none of the person's, or too many wrong ones were tried
     */
    public void prove(AskedPasskey asked, String answer, Actor actor) {
        proof.requirePasskey(asked, answer, actor);
        current.prove(actor);
    }
}
