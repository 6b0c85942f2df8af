package com.texchange.local;

import com.texchange.demo.DemoPerson;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** The last lines of the start: where to go and who can sign in. */
final class Welcome {

    private Welcome() {
    }

    static void print(ApplicationContext context) {
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        System.out.println(text(context, "http://localhost:" + web.getWebServer().getPort(), Locale.ENGLISH));
    }

    static String text(MessageSource messages, String address, Locale language) {
        String people = Arrays.stream(DemoPerson.values())
                .map(person -> "  %-32s%s".formatted(person.email().value(), messages.getMessage(person.titleKey(), null, language)))
                .collect(Collectors.joining("\n"));
        return messages.getMessage("demo.welcome", new Object[] {address, people, DemoPerson.PASSWORD}, language);
    }
}
