package com.texchange.bootstrap;

import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letter that {@link FirstPeople} writes. */
@Component
@Order(50)
class FirstAccountLetterSample implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        return List.of(LetterSamples.sample("first-account", locale, Map.of(
                "name", locale.equals(Languages.RUSSIAN) ? "Анна Смирнова" : "Anna Smith",
                "link", LetterSamples.link(Routes.with(Routes.SET_PASSWORD, "token", "sample")), "validUntil", LetterSamples.DAY)));
    }
}
