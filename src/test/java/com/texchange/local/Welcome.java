package com.texchange.local;

import java.util.Locale;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** The last lines of the start: where to go and who can sign in. */
final class Welcome {

    private Welcome() {
    }

    static void print(ApplicationContext context) {
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        String address = "http://localhost:" + web.getWebServer().getPort();
        System.out.println(context.getMessage("demo.welcome", new Object[] {address}, Locale.ENGLISH));
    }
}
