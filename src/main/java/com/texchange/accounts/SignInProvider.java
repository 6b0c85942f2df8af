package com.texchange.accounts;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sign-in by address and password, behind the {@link SignInGuard}. */
@Component
class SignInProvider extends DaoAuthenticationProvider {

    private final SignInGuard guard;

    SignInProvider(UserDetailsService people, PasswordEncoder encoder, SignInGuard guard) {
        super(people);
        setPasswordEncoder(encoder);
        this.guard = guard;
    }

    /** @throws LockedException while too many wrong passwords were tried for the address */
    @Override
    public Authentication authenticate(Authentication authentication) throws AuthenticationException {
        String address = authentication.getName();
        if (guard.isClosed(address)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication signedIn = super.authenticate(authentication);
            guard.succeeded(address);
            return signedIn;
        } catch (BadCredentialsException e) {
            guard.failed(address);
            throw e;
        }
    }
}
