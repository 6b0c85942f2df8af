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

/** The letters that {@link AddressLetters} and {@link FactorChange} write. */
@Component
@Order(41)
class AddressLetterSamples implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        String name = locale.equals(Languages.RUSSIAN) ? "Анна Смирнова" : "Anna Smith";
        return List.of(
                LetterSamples.sample("address-confirm", locale, Map.of("name", name, "validUntil", LetterSamples.DAY,
                        "link", LetterSamples.link(Routes.with(Routes.CONFIRM_ADDRESS, "token", "sample")))),
                LetterSamples.sample("address-asked", locale, Map.of("name", name, "at", LetterSamples.DAY,
                        "email", "a…@example.com", "link", LetterSamples.link(Routes.FORGOT_PASSWORD))),
                LetterSamples.sample("address-changed", locale, Map.of("name", name, "at", LetterSamples.DAY,
                        "email", "a…@example.com")),
                LetterSamples.sample("factor-changed", locale, Map.of("name", name, "at", LetterSamples.DAY,
                        "kind", FactorChange.Kind.ADDED.name(), "detail", "", "withoutPassword", false, "link", LetterSamples.link(Routes.PROFILE))));
    }
}
