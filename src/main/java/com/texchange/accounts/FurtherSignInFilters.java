package com.texchange.accounts;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Puts the filters of a {@link FurtherSignIn} beside that of the form, with what the form's has. No browser is remembered by it. */
final class FurtherSignInFilters extends AbstractHttpConfigurer<FurtherSignInFilters, HttpSecurity> {

    private final FurtherSignIn way;
    private final AuthenticationManager people;
    private final AuthenticationSuccessHandler done;
    private final SignInFailure failure;
    private final KnownBrowsers browsers;

    FurtherSignInFilters(FurtherSignIn way, AuthenticationManager people, AuthenticationSuccessHandler done, SignInFailure failure,
            KnownBrowsers browsers) {
        this.way = way;
        this.people = people;
        this.done = done;
        this.failure = failure;
        this.browsers = browsers;
    }

    @Override
    public void configure(HttpSecurity http) {
        AbstractAuthenticationProcessingFilter finish = way.finish(people);
        finish.setAuthenticationSuccessHandler(done);
        finish.setAuthenticationFailureHandler((request, response, refusal) -> {
            if (refusal instanceof SecondFactorNeededException needed) {
                failure.goOn(needed, request, response);
            } else {
                way.refuse(request, response, refusal);
            }
        });
        // What protocols call a code is none of a second step, nor is a first step that was taken before anything to this one.
        finish.setAuthenticationDetailsSource(request -> new SignInDetails(request.getRemoteAddr(), browsers.of(request)));
        finish.setSessionAuthenticationStrategy(shared(http, SessionAuthenticationStrategy.class));
        finish.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
        finish.setSecurityContextRepository(shared(http, SecurityContextRepository.class));
        http.addFilterBefore(way.begin(), UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(finish, UsernamePasswordAuthenticationFilter.class);
    }

    private static <T> T shared(HttpSecurity http, Class<T> type) {
        return Objects.requireNonNull(http.getSharedObject(type), type.getSimpleName());
    }
}
