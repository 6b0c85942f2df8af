package com.texchange.identityproviders;

import com.texchange.audit.AuditKind;
import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letter that {@link ProviderLetters} writes. */
@Component
@Order(43)
class ProviderLetterSamples implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        String company = russian ? "ООО «Ромашка»" : "Daisy Ltd";
        return List.of(LetterSamples.sample(ProviderLetters.TEMPLATE, locale, Map.of("name", russian ? "Анна Смирнова" : "Anna Smith",
                "company", company, "kind", AuditKind.PROVIDER_ON.name(), "person", russian ? "Пётр Орлов" : "Peter Eagle",
                "issuer", "https://login.example.com/company", "isThere", true, "trustsFactor", true, "at", LetterSamples.DAY,
                "link", LetterSamples.link(Routes.SINGLE_SIGN_ON)), company));
    }
}
