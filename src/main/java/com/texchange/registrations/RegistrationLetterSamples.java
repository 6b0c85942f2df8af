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
                        "outcome", Outcome.REGISTERED.name(), "setPassword", true, "validUntil", LetterSamples.DAY,
                        "link", LetterSamples.link(Routes.with(Routes.SET_PASSWORD, "token", "sample"))), company, 0),
                LetterSamples.sample("registration-confirm", locale, Map.of(
                        "link", LetterSamples.link(Routes.with(Routes.CONFIRM_REQUEST, "token", "sample")))),
                LetterSamples.sample("registration-known", locale, Map.of("link", LetterSamples.link(Routes.LOGIN),
                        "forgot", LetterSamples.link(Routes.FORGOT_PASSWORD))),
                LetterSamples.sample("registration-waiting", locale, Map.of("company", company)),
                LetterSamples.sample("registration-rejected", locale, Map.of("name", name, "company", company,
                        "reason", russian ? "Компании с таким ИНН нет в государственном реестре."
                                : "The state register knows no company with this tax id."), company),
                LetterSamples.sample("registration-overdue", locale, Map.of("name", name, "company", company,
                        "taxId", "7700000000", "link", LetterSamples.link(Routes.TASKS)), company));
    }
}
