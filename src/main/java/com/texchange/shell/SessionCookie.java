package com.texchange.shell;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cookie of the session: where it goes by https only, its name keeps other hosts of the domain from setting it. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    @Bean
    ServletContextInitializer sessionCookieName(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        return context -> {
            if (secure) {
                context.getSessionCookieConfig().setName("__Host-JSESSIONID");
                context.getSessionCookieConfig().setPath("/");
            }
        };
    }
}
