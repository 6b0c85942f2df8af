package com.texchange.accounts;

import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letters that {@link Passwords}, {@link PasswordWriting}, {@link StolenBrowsers}, {@link ColleagueInvitations} and {@link AdministratorLetters} write. */
@Component
@Order(40)
class PasswordLetterSample implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        return List.of(LetterSamples.sample("password-reset", locale, Map.of(
                "name", russian ? "Анна Смирнова" : "Anna Smith",
                "link", LetterSamples.link(Routes.with(Routes.SET_PASSWORD, "token", "sample")),
                "validUntil", LetterSamples.DAY)), LetterSamples.sample("browser-stolen", locale, Map.of(
                "name", russian ? "Анна Смирнова" : "Anna Smith", "at", LetterSamples.DAY,
                "link", LetterSamples.link(Routes.FORGOT_PASSWORD))), LetterSamples.sample("password-changed", locale, Map.of(
                "name", russian ? "Анна Смирнова" : "Anna Smith", "at", LetterSamples.DAY,
                "link", LetterSamples.link(Routes.FORGOT_PASSWORD))), invited(locale, russian), elsewhere(locale, russian), named(locale, russian));
    }

    private static Letter invited(Locale locale, boolean russian) {
        String company = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        return LetterSamples.sample("colleague-invited", locale, Map.of(
                "name", russian ? "Пётр Новиков" : "Peter Newman", "company", company,
                "colleague", russian ? "Анна Смирнова" : "Anna Smith",
                "link", LetterSamples.link(Routes.with(Routes.SET_PASSWORD, "token", "sample")),
                "validUntil", LetterSamples.DAY), company);
    }

    private static Letter elsewhere(Locale locale, boolean russian) {
        String company = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        return LetterSamples.sample("colleague-elsewhere", locale, Map.of("name", russian ? "Пётр Новиков" : "Peter Newman",
                "company", company, "colleague", russian ? "Анна Смирнова" : "Anna Smith"), company);
    }

    private static Letter named(Locale locale, boolean russian) {
        String company = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        return LetterSamples.sample("administrator-named", locale, Map.of(
                "name", russian ? "Анна Смирнова" : "Anna Smith", "company", company, "invited", false,
                "person", russian ? "Пётр Новиков" : "Peter Newman", "email", "p.newman@example.com",
                "reason", russian ? "Письмо директора от 3 марта" : "The director’s letter of 3 March",
                "link", LetterSamples.link(Routes.PEOPLE)), company);
    }
}
