package com.texchange.shell;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Icons, style sheets, scripts, pictures and the page for failed requests are for everybody, signed in or not, and need no session. */
@Configuration(proxyBeanMethods = false)
class StaticFiles {

    @Bean
    @Order(0)
    SecurityFilterChain staticFilesChain(HttpSecurity http) {
        return http.securityMatcher("/icons/**", "/styles/**", "/scripts/**", "/libraries/**", "/pictures/**", "/error")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }
}
