package com.texchange.accounts;

import com.texchange.common.Routes;
import com.texchange.mail.OperatorProperties;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who may see which address: views say it by annotation; static files and the health check are for everybody. */
@EnableWebSecurity
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/" + Routes.LOGIN;

    @Bean
    SecurityFilterChain pages(HttpSecurity http, TwoStepSignIn signIn, KnownBrowsers browsers, RememberedBrowsers remembered,
            SessionActivity activity, PersonSessions sessions, StrangersSessions strangers, VaadinDefaultRequestCache requests,
            AuthenticationEventPublisher events, SignInFailure failure, List<FurtherSignIn> ways, FirstSteps firstSteps, OperatorProperties operator) throws Exception {
        requests.setDelegateRequestCache(addressesAsTheyAre());
        GoOnAfterSignIn goOn = new GoOnAfterSignIn(browsers, remembered, sessions, firstSteps);
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, goOn);
        AuthenticationManager people = passwordsAndRememberedBrowsers(signIn, events);
        for (FurtherSignIn way : ways) {
            http.with(new FurtherSignInFilters(way, people, goOn, failure, browsers));
        }
        return http
                .addFilterBefore(new CrossSiteSignIn(operator.baseUrl()), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionCheck(activity), SecurityContextHolderFilter.class)
                .addFilterBefore(new RequestLimits(strangers), SecurityContextHolderFilter.class)
                .authenticationManager(people)
                .sessionManagement(sessionsOf -> sessionsOf.addSessionAuthenticationStrategy(new SessionOfOne(activity)))
                .authorizeHttpRequests(rules -> rules
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/actuator/health/**", "/styles/**", "/images/**", "/favicon.ico").permitAll())
                .formLogin(form -> form.loginPage(LOGIN).failureHandler(failure)
                        .authenticationDetailsSource(request -> new SignInDetails(request, browsers.of(request))))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(RememberedBrowsers.KEY))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin
                        .loginView(LOGIN, LOGIN)
                        .logoutSuccessHandler(new GoOnAfterSignOut(LOGIN))
                        // Who is signed in gets the product's own page for an unknown address.
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }

    /** Without Spring's common manager behind it, which has the same provider: a wrong password would be tried twice. */
    private static AuthenticationManager passwordsAndRememberedBrowsers(TwoStepSignIn signIn, AuthenticationEventPublisher events) {
        ProviderManager manager = new ProviderManager(signIn, new RememberMeAuthenticationProvider(RememberedBrowsers.KEY));
        manager.setAuthenticationEventPublisher(events);
        return typed -> manager.authenticate(named(typed));
    }

    /** Whoever hears of a second step that went wrong hears whose it was. */
    private static Authentication named(Authentication typed) {
        if (typed.getDetails() instanceof SignInDetails from && from.code().isPresent() && from.half() instanceof HalfSignIn half) {
            UsernamePasswordAuthenticationToken named = UsernamePasswordAuthenticationToken.unauthenticated(half.address(), null);
            named.setDetails(from);
            return named;
        }
        return typed;
    }

    /** Otherwise the address after sign-in ends in "?continue". */
    @SuppressWarnings("NullAway") // Spring's manual says null for no parameter; the parameter is not marked so.
    private static HttpSessionRequestCache addressesAsTheyAre() {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setMatchingRequestParameterName(null);
        return requests;
    }
}
