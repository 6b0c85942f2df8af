package com.texchange.connections;

import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letter that {@link ConnectionLetters} writes, with invented companies and people. */
@Component
@Order(15)
class ConnectionLetterSample implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        String distributor = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        return List.of(LetterSamples.sample("connected", locale, Map.of(
                "name", russian ? "Пётр Северов" : "Peter North",
                "supplier", russian ? "ООО «Северные продукты»" : "Northern Foods LLC",
                "distributor", distributor, "code", "40312", "count", 12, "toSupplier", true,
                "more", 9, "licenses", List.of("28318880842714200001", "28318880842714200002", "28318880842714200003"),
                "link", LetterSamples.link(Routes.DISTRIBUTORS)), distributor));
    }
}
