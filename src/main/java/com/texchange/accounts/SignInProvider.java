package com.texchange.accounts;

import com.texchange.common.RefusedException;
import java.util.Objects;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
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

    /**
     * @throws TooManyTriesException  while too many wrong passwords were tried
     * @throws TooManyAtOnceException while too many passwords wait to be hashed
     */
    @Override
    public Authentication authenticate(Authentication authentication) throws AuthenticationException {
        SignInDetails from = (SignInDetails) Objects.requireNonNull(authentication.getDetails());
        SignInGuard.Reserved reserved = guard.reserve(authentication.getName(), from);
        try {
            Authentication signedIn = super.authenticate(authentication);
            reserved.giveBack();
            return signedIn;
        } catch (RefusedException | InternalAuthenticationServiceException unanswered) {
            reserved.giveBack();
            throw unanswered instanceof RefusedException ? new TooManyAtOnceException(unanswered) : unanswered;
        }
    }
}
