package com.texchange.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** The sign-in page's two steps: address and password, and, of whom a second factor is asked, a code. */
@Component
class TwoStepSignIn implements AuthenticationProvider {

    private static final String CODE_AUTHORITY = "FACTOR_CODE";

    private final SignInProvider passwords;
    private final SignInGuard guard;
    private final People people;
    private final SecondStep second;
    private final SecondFactors factors;
    private final Clock clock;

    TwoStepSignIn(SignInProvider passwords, SignInGuard guard, People people, SecondStep second, SecondFactors factors, Clock clock) {
        this.passwords = passwords;
        this.guard = guard;
        this.people = people;
        this.second = second;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * @throws SecondFactorNeededException if the password was right and does not suffice
     * @throws HalfSignInOverException     if a code comes without a password before it
     * @throws TooManyTriesException       while too many wrong passwords or codes were tried
     */
    @Override
    public Authentication authenticate(Authentication authentication) throws AuthenticationException {
        SignInDetails from = (SignInDetails) Objects.requireNonNull(authentication.getDetails());
        return from.code().isPresent() ? byCode(from.code().get(), from) : byPassword(authentication, from);
    }

    private Authentication byPassword(Authentication typed, SignInDetails from) {
        Authentication signedIn = passwords.authenticate(typed);
        SignedInPerson person = (SignedInPerson) Objects.requireNonNull(signedIn.getPrincipal());
        if (second.isNeededBy(person)) {
            throw new SecondFactorNeededException(new HalfSignIn(person, from.isToRemember(), clock.instant()));
        }
        person.proven(clock.instant());
        return signedIn;
    }

    private Authentication byCode(String code, SignInDetails from) {
        HalfSignIn half = HalfSignIn.of(from.half(), clock.instant()).orElseThrow(HalfSignInOverException::new);
        SignedInPerson person = (SignedInPerson) people.load(half.account());
        if (!half.isStill(person.stamp())) {
            throw new HalfSignInOverException();
        }
        if (!half.isDone()) {
            requireCode(person, code, from);
        }
        person.proven(clock.instant());
        person.eraseCredentials();
        List<GrantedAuthority> authorities = new ArrayList<>(person.getAuthorities());
        authorities.add(FactorGrantedAuthority.withAuthority(CODE_AUTHORITY).issuedAt(clock.instant()).build());
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
        signedIn.setDetails(from);
        return signedIn;
    }

    /** What a try may cost is taken before the code is looked at. */
    private void requireCode(SignedInPerson person, String code, SignInDetails from) {
        SignInGuard.Reserved reserved = guard.reserve(person.getUsername(), from);
        if (!factors.accept(person.actor().id(), code)) {
            throw new BadCredentialsException("a wrong code");
        }
        reserved.giveBack();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
