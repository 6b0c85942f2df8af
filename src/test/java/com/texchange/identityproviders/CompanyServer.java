package com.texchange.identityproviders;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A company's server: Spring Authorization Server, at another host than the application, so that browsers take it for another site. Its
 * people have names, one password, and what the server says of them.
 */
public final class CompanyServer implements AutoCloseable {

    public static final String PASSWORD = "password-at-the-company";
    private static final String HOST = "127.0.0.1";

    private final AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();

    private CompanyServer() {
        context.registerBean(Settings.class, () -> new Settings(people));
        context.refresh();
    }

    public static CompanyServer start() {
        return new CompanyServer();
    }

    /** How it calls itself. */
    public String issuer() {
        return "http://" + HOST + ":" + Optional.ofNullable(context.getWebServer()).orElseThrow().getPort();
    }

    /** @param claims that it tells of the person beside the name; those of somebody who is there already are replaced */
    public void tell(String person, Map<String, Object> claims) {
        people.put(person, claims);
    }

    /** How the application is known there. */
    public record Client(String id, String secret) {
    }

    public Client register(String redirectAddress) {
        String id = "t-exchange-" + UUID.randomUUID();
        String secret = "secret of " + id;
        context.getBean(InMemoryRegisteredClientRepository.class).save(RegisteredClient.withId(UUID.randomUUID().toString()).clientId(id)
                .clientSecret("{noop}" + secret).clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri(redirectAddress)
                .scope(OidcScopes.OPENID).scope(OidcScopes.EMAIL).build());
        return new Client(id, secret);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No configuration that the application would find. */
    @EnableWebSecurity
    static class Settings {

        private final Map<String, Map<String, Object>> people;

        Settings(Map<String, Map<String, Object>> people) {
            this.people = people;
        }

        @Bean
        TomcatServletWebServerFactory webServer() {
            TomcatServletWebServerFactory server = new TomcatServletWebServerFactory(0);
            // Without any servlet, no filter is asked.
            server.getSettings().setRegisterDefaultServlet(true);
            server.setAddress(InetAddress.getLoopbackAddress());
            return server;
        }

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated()).formLogin(Customizer.withDefaults()).build();
        }

        @Bean
        SecurityContextHolderStrategy ofTheMoment() {
            return new HolderOfTheMoment();
        }

        @Bean
        UserDetailsService users() {
            return name -> {
                if (!people.containsKey(name)) {
                    throw new UsernameNotFoundException(name);
                }
                return User.withUsername(name).password("{noop}" + PASSWORD).roles("PERSON").build();
            };
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("another").clientId("another").clientSecret("{noop}another")
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build());
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    token.getClaims().claims(all -> all.putAll(people.getOrDefault(token.getPrincipal().getName(), Map.of())));
                }
            };
        }
    }
}
