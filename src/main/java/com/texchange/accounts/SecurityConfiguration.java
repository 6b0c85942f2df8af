package com.texchange.accounts;

import com.texchange.common.Routes;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who may see which address: views say it by annotation; static files and the health check are for everybody. */
@EnableWebSecurity
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String LOGIN = "/" + Routes.LOGIN;

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignInProvider signIn, KnownBrowsers browsers, RememberedBrowsers remembered,
            SessionStamps stamps, StrangersSessions strangers, VaadinDefaultRequestCache requests, AuthenticationEventPublisher events,
            SignInTrail trail) throws Exception {
        requests.setDelegateRequestCache(addressesAsTheyAre());
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new GoOnAfterSignIn(browsers));
        return http
                .addFilterBefore(new CrossSiteSignIn(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionCheck(stamps, trail), SecurityContextHolderFilter.class)
                .addFilterBefore(new RequestLimits(strangers), SecurityContextHolderFilter.class)
                .authenticationManager(passwordsAndRememberedBrowsers(signIn, events))
                .authorizeHttpRequests(rules -> rules
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/actuator/health/**", "/styles/**", "/images/**", "/favicon.ico").permitAll())
                .formLogin(form -> form.loginPage(LOGIN).failureHandler(failure(trail))
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
    private static AuthenticationManager passwordsAndRememberedBrowsers(SignInProvider signIn, AuthenticationEventPublisher events) {
        ProviderManager manager = new ProviderManager(signIn, new RememberMeAuthenticationProvider(RememberedBrowsers.KEY));
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    /** Otherwise the address after sign-in ends in "?continue". */
    @SuppressWarnings("NullAway") // Spring's manual says null for no parameter; the parameter is not marked so.
    private static HttpSessionRequestCache addressesAsTheyAre() {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setMatchingRequestParameterName(null);
        return requests;
    }

    /** Back to the form, with the reason and with where to go on. */
    private static AuthenticationFailureHandler failure(SignInTrail trail) {
        return (request, response, refusal) -> {
            trail.refused(Objects.requireNonNullElse(request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY), ""),
                    refusal);
            String path = request.getParameter(SignIn.CONTINUE);
            String form = path != null && SignIn.isLocal(path) ? "/" + SignIn.link(path) + "&" : LOGIN + "?";
            response.sendRedirect(request.getContextPath() + form + "error=" + reason(refusal));
        };
    }

    private static String reason(AuthenticationException refusal) {
        return switch (refusal) {
            case TooManyTriesException tries -> tries.isOfSource() ? "source" : "locked";
            case TooManyAtOnceException tooMany -> "busy";
            default -> "credentials";
        };
    }
}
