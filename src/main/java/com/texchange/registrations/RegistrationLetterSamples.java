package com.texchange.registrations;

import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import com.texchange.registrations.RegistrationOpened.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letters that {@link RegistrationLetters} writes. */
@Component
@Order(20)
class RegistrationLetterSamples implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        String name = russian ? "Анна Смирнова" : "Anna Smith";
        String company = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        return List.of(
                LetterSamples.sample("registration-accepted", locale, Map.of("name", name, "company", company,
                        "outcome", Outcome.REGISTERED.name(), "supplier", false, "setPassword", true, "off", "", "validUntil", LetterSamples.DAY,
                        "link", LetterSamples.link(Routes.with(Routes.SET_PASSWORD, "token", "sample"))), company, 0),
                LetterSamples.sample("registration-confirm", locale, Map.of(
                        "link", LetterSamples.link(Routes.with(Routes.CONFIRM_REQUEST, "token", "sample")))),
                LetterSamples.sample("registration-known", locale, Map.of("link", LetterSamples.link(Routes.LOGIN),
                        "forgot", LetterSamples.link(Routes.FORGOT_PASSWORD))),
                LetterSamples.sample("registration-waiting", locale, Map.of("company", company)),
                LetterSamples.sample("registration-rejected", locale, Map.of("name", name, "company", company,
                        "colleague", false, "widening", false, "supplier", false, "reason", russian ? "Компании с таким ИНН нет в государственном реестре."
                                : "The state register knows no company with this tax ID."), company),
                LetterSamples.sample("registration-asked", locale, known(name, company, russian, Routes.TASKS), person(russian)),
                LetterSamples.sample("registration-added", locale, known(name, company, russian, Routes.LOGIN), person(russian)),
                LetterSamples.sample("registration-widening", locale, known(name, company, russian, Routes.TASKS), person(russian)),
                LetterSamples.sample("registration-widened", locale, known(name, company, russian, Routes.LOGIN), person(russian)),
                LetterSamples.sample("registration-overdue", locale, Map.of("name", name, "company", company,
                        "taxId", "7700000000", "link", LetterSamples.link(Routes.TASKS)), company));
    }

    private static String person(boolean russian) {
        return russian ? "Пётр Новиков" : "Peter Newman";
    }

    private static Map<String, Object> known(String name, String company, boolean russian, String route) {
        return Map.of("name", name, "company", company, "person", person(russian), "email", "newman@example.com",
                "phone", "+7 999 123-45-67", "colleague", "", "supplier", true, "administers", true,
                "checked", russian ? "Позвонили директору по известному номеру, он подтвердил."
                        : "Called the director by the number that we know, who confirmed it.",
                "link", LetterSamples.link(route));
    }
}
