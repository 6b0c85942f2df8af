package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Has whoever sits at a page of somebody who is signed in show that it is this person. Wrong tries cost what those of the sign-in page
 * cost, and are recorded. In no transaction: what a try costs must stand although nothing else does.
 */
@Component
class PersonProof {

    private final AccountRepository accounts;
    private final SignInProvider passwords;
    private final SecondFactors factors;
    private final PasskeyCeremonies passkeys;
    private final SignInGuard guard;
    private final KnownBrowsers browsers;
    private final SignInTrail trail;

    PersonProof(AccountRepository accounts, SignInProvider passwords, SecondFactors factors, PasskeyCeremonies passkeys, SignInGuard guard,
            KnownBrowsers browsers, SignInTrail trail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.guard = guard;
        this.browsers = browsers;
        this.trail = trail;
    }

    /** @throws RefusedException if it is not the password of now, or too many wrong ones were tried */
    void requirePassword(String typed, Actor actor) {
        UsernamePasswordAuthenticationToken password =
                UsernamePasswordAuthenticationToken.unauthenticated(actor.email().value(), typed);
        password.setDetails(here(actor));
        try {
            passwords.authenticate(password);
        } catch (AuthenticationException refusal) {
            throw refused(refusal, "accounts.profile.wrongPassword", actor);
        }
    }

    /** @throws RefusedException if it is no code of the person's, or too many wrong ones were tried */
    void requireCode(String typed, Actor actor) {
        require("accounts.fresh.wrongCode", () -> factors.accept(actor.id(), typed), actor);
    }

    AskedPasskey askPasskey(Actor actor) {
        return passkeys.ask(accounts.findById(actor.id()).orElseThrow());
    }

    /** @throws RefusedException if it is no passkey of the person's, or too many wrong ones were tried */
    void requirePasskey(AskedPasskey asked, String answer, Actor actor) {
        require("accounts.passkeys.wrong", () -> PasskeyRows.account(passkeys.verify(asked, answer).getId()).equals(actor.id()), actor);
    }

    private void require(String wrong, BooleanSupplier right, Actor actor) {
        try {
            SignInGuard.Reserved reserved = guard.reserve(actor.email().value(), here(actor));
            if (!right.getAsBoolean()) {
                throw new BadCredentialsException("not what the person has");
            }
            reserved.giveBack();
        } catch (AuthenticationException refusal) {
            throw refused(refusal, wrong, actor);
        }
    }

    private RefusedException refused(AuthenticationException why, String wrong, Actor actor) {
        if (why instanceof TooManyAtOnceException) {
            return new RefusedException("passwords.busy");
        }
        trail.notProven(why, actor);
        return new RefusedException(why instanceof TooManyTriesException ? "accounts.fresh.tooMany" : wrong);
    }

    private SignInDetails here(Actor actor) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        return request == null ? new SignInDetails(actor.id().toString(), Optional.empty())
                : new SignInDetails(request.getRemoteAddr(), browsers.of(request));
    }
}
