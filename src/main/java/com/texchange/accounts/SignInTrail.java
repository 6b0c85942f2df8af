package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditRefusals;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Records who comes in, who does not, who leaves, and whose session has ended. */
@Component
class SignInTrail {

    private final AuditTrail audit;
    private final AuditRefusals refusals;
    private final AccountRepository accounts;

    SignInTrail(AuditTrail audit, AuditRefusals refusals, AccountRepository accounts) {
        this.audit = audit;
        this.refusals = refusals;
        this.accounts = accounts;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        person(event.getAuthentication()).ifPresent(person -> audit.record(of(kind(event.getAuthentication(), person), person)));
    }

    private static AuditKind kind(Authentication signedIn, SignedInPerson person) {
        if (person.through().isPresent()) {
            return AuditKind.SIGNED_IN_THROUGH_COMPANY;
        }
        if (signedIn instanceof RememberMeAuthenticationToken) {
            return AuditKind.SIGNED_IN_REMEMBERED;
        }
        return signedIn.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .anyMatch(FactorGrantedAuthority.WEBAUTHN_AUTHORITY::equals) ? AuditKind.SIGNED_IN_PASSKEY : AuditKind.SIGNED_IN;
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        person(event.getAuthentication()).ifPresent(person -> audit.record(of(AuditKind.SIGNED_OUT, person)));
    }

    /** What a session stands on is no more. Several of one person at once are one entry, which says how many. */
    void sessionEnded(SignedInPerson person) {
        refusals.record(of(AuditKind.SESSION_ENDED, person));
    }

    /** Nobody was there for longer than a session lasts, or it was at its longest. */
    void sessionTimedOut(SignedInPerson person) {
        sessionTimedOut(person.actor());
    }

    void sessionTimedOut(Actor person) {
        audit.record(of(AuditKind.SESSION_TIMED_OUT, person));
    }

    /** Whoever sits at the page of somebody who is signed in did not know that person's password or code. */
    void notProven(AuthenticationException why, Actor actor) {
        refusals.record(of(why instanceof TooManyTriesException ? AuditKind.PROOF_LOCKED : AuditKind.PROOF_REFUSED, actor));
    }

    /** @param typed as the address; whose it is, nobody has shown */
    void refused(String typed, AuthenticationException why) {
        byStranger(why instanceof TooManyTriesException ? AuditKind.SIGN_IN_LOCKED : AuditKind.SIGN_IN_REFUSED, typed);
    }

    /** Somebody knows the password, or was shown elsewhere, and may come no further: whoever that is leaves a trace. */
    void firstStepTaken(AccountId id) {
        betweenSteps(AuditKind.FIRST_STEP_TAKEN, id);
    }

    /** Somebody knows the password, and not the code: the password may be in wrong hands. */
    void codeRefused(AccountId id, AuthenticationException why) {
        betweenSteps(why instanceof TooManyTriesException ? AuditKind.CODE_LOCKED : AuditKind.CODE_REFUSED, id);
    }

    private void betweenSteps(AuditKind kind, AccountId id) {
        accounts.findById(id).ifPresent(account -> byStranger(kind, account.email().value()));
    }

    /** Somebody asks for a letter to set another password. */
    void forgotten(String typed) {
        byStranger(AuditKind.PASSWORD_FORGOTTEN, typed);
    }

    private void byStranger(AuditKind kind, String typed) {
        Audited done = Audited.byStranger(kind, typed);
        refusals.record(accounts.findTyped(typed).map(account -> done.concerning(account.companyId())
                .about(AuditSubject.account(account.id(), account.name()))).orElse(done));
    }

    private static Audited of(AuditKind kind, SignedInPerson person) {
        return of(kind, person.actor());
    }

    private static Audited of(AuditKind kind, Actor actor) {
        return Audited.of(kind, actor).about(AuditSubject.account(actor.id(), actor.name()));
    }

    private static Optional<SignedInPerson> person(Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedInPerson person ? Optional.of(person) : Optional.empty();
    }
}
