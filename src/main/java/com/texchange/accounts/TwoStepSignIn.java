package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Component;

/** The sign-in page's two steps: address and password, and, of whom a second factor is asked, a code; or a passkey, which is both; or what was shown elsewhere, in place of the password. */
@Component
class TwoStepSignIn implements AuthenticationProvider {

    private static final String CODE_AUTHORITY = "FACTOR_CODE";
    private static final String ELSEWHERE_AUTHORITY = "FACTOR_SHOWN_ELSEWHERE";

    private final SignInProvider passwords;
    private final SignInGuard guard;
    private final People people;
    private final SecondStep second;
    private final SecondFactors factors;
    private final PasskeyCeremonies passkeys;
    private final FirstSteps firstSteps;
    private final Clock clock;

    TwoStepSignIn(SignInProvider passwords, SignInGuard guard, People people, SecondStep second, SecondFactors factors,
            PasskeyCeremonies passkeys, FirstSteps firstSteps, Clock clock) {
        this.passwords = passwords;
        this.guard = guard;
        this.people = people;
        this.second = second;
        this.factors = factors;
        this.passkeys = passkeys;
        this.firstSteps = firstSteps;
        this.clock = clock;
    }

    /**
     * @throws SecondFactorNeededException if the first step was right and does not suffice
     * @throws HalfSignInOverException     if a code comes without a first step before it, or that does not count any more
     * @throws PasskeyRefusedException     if it is no passkey of somebody who may sign in, or answers something else
     * @throws TooManyTriesException       while too many wrong passwords or codes were tried
     */
    @Override
    public Authentication authenticate(Authentication authentication) throws AuthenticationException {
        SignInDetails from = (SignInDetails) Objects.requireNonNull(authentication.getDetails());
        if (authentication instanceof ShownElsewhere shown) {
            return elsewhere(shown, from);
        }
        if (from.passkey().isPresent()) {
            return byPasskey(from.passkey().get(), from);
        }
        return from.code().isPresent() ? byCode(from.code().get(), from) : byPassword(authentication, from);
    }

    private Authentication byPassword(Authentication typed, SignInDetails from) {
        Authentication signedIn = passwords.authenticate(typed);
        SignedInPerson person = (SignedInPerson) Objects.requireNonNull(signedIn.getPrincipal());
        person.proven(clock.instant());
        if (second.isNeededBy(person)) {
            throw new SecondFactorNeededException(new HalfSignIn(person, from.isToRemember(), clock.instant()));
        }
        return signedIn;
    }

    /** Who has put a second factor off, or has just added one, has shown no more than in the first step. */
    private Authentication byCode(String code, SignInDetails from) {
        HalfSignIn half = HalfSignIn.of(from.half(), clock.instant()).orElseThrow(HalfSignInOverException::new);
        SignedInPerson person = after(half);
        if (half.isDone()) {
            person.proven(half.provenAt());
            return authenticated(person, CODE_AUTHORITY, from);
        }
        requireCode(person, code, from);
        return signedIn(person, CODE_AUTHORITY, from);
    }

    /** Who has taken the first step, if that still stands: looked at before anything is used up by the second. */
    private SignedInPerson after(HalfSignIn half) {
        SignedInPerson person = (SignedInPerson) people.load(half.account());
        if (!half.isStill(person.stamp()) || !firstSteps.count(half)) {
            throw new HalfSignInOverException();
        }
        half.through().ifPresent(person::cameThrough);
        half.remembered().ifPresent(series -> person.cameByBrowser());
        return person;
    }

    /** It may have been shown hours ago, so that it is none of what is asked for before a decision about rights. */
    private Authentication elsewhere(ShownElsewhere shown, SignInDetails from) {
        SignedInPerson person = (SignedInPerson) people.load(shown.account());
        person.cameThrough(shown.known());
        if (!shown.isBothSteps() && second.isNeededBy(person)) {
            throw new SecondFactorNeededException(new HalfSignIn(person, false, clock.instant()));
        }
        return authenticated(person, ELSEWHERE_AUTHORITY, from);
    }

    /** The device has made sure that it is its owner: so it is both steps, but for where it was asked for as the second after a first one. */
    private Authentication byPasskey(String answer, SignInDetails from) {
        SignInGuard.Reserved reserved = guard.reserve(from.source());
        AskedPasskey asked = from.asked();
        PublicKeyCredentialUserEntity owner = passkeys.verify(asked, answer);
        try {
            SignedInPerson person = owner(owner, asked == null ? null : asked.half());
            reserved.giveBack();
            return signedIn(person, FactorGrantedAuthority.WEBAUTHN_AUTHORITY, from);
        } catch (UsernameNotFoundException keptOut) {
            throw new PasskeyRefusedException(keptOut, owner.getName());
        }
    }

    private SignedInPerson owner(PublicKeyCredentialUserEntity owner, @Nullable HalfSignIn first) {
        AccountId account = PasskeyRows.account(owner.getId());
        if (first == null) {
            return (SignedInPerson) people.load(account);
        }
        HalfSignIn half = HalfSignIn.of(first, clock.instant()).orElseThrow(HalfSignInOverException::new);
        if (!half.account().equals(account)) {
            throw new PasskeyRefusedException(new BadCredentialsException("somebody else's"), owner.getName());
        }
        return after(half);
    }

    private Authentication signedIn(SignedInPerson person, String factor, SignInDetails from) {
        person.proven(clock.instant());
        return authenticated(person, factor, from);
    }

    private Authentication authenticated(SignedInPerson person, String factor, SignInDetails from) {
        person.eraseCredentials();
        List<GrantedAuthority> authorities = new ArrayList<>(person.getAuthorities());
        authorities.add(FactorGrantedAuthority.withAuthority(factor).issuedAt(clock.instant()).build());
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
        signedIn.setDetails(from);
        return signedIn;
    }

    /** What a try may cost is taken before the code is looked at. */
    private void requireCode(SignedInPerson person, String code, SignInDetails from) {
        if (code.isBlank()) {
            // Costs nothing: an empty field was sent.
            throw new MissingCodeException();
        }
        SignInGuard.Reserved reserved = guard.reserve(person.getUsername(), from);
        if (!factors.accept(person.actor().id(), code)) {
            throw new BadCredentialsException("a wrong code");
        }
        reserved.giveBack();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication) || ShownElsewhere.class.equals(authentication);
    }
}
