package com.texchange.connections;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Contact;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letters that {@link ConnectionLetters} writes, with invented companies and people. */
@Component
@Order(15)
class ConnectionLetterSample implements LetterSamples {

    @Override
    public List<Letter> in(Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        String distributor = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        Map<String, Object> model = Map.ofEntries(
                Map.entry("name", russian ? "Пётр Северов" : "Peter North"),
                Map.entry("supplier", russian ? "ООО «Северные продукты»" : "Northern Foods LLC"),
                Map.entry("distributor", distributor), Map.entry("code", "40312"), Map.entry("count", 12),
                Map.entry("toSupplier", true), Map.entry("more", 9),
                Map.entry("reason", ""), Map.entry("by", distributor),
                Map.entry("licenses", List.of("28318880842714200001", "28318880842714200002", "28318880842714200003")),
                Map.entry("link", LetterSamples.link(Routes.DISTRIBUTORS)));
        Map<String, Object> moved = new HashMap<>(model);
        moved.put("denied", false);
        moved.put("inVain", false);
        moved.put("reason", russian ? "Увольнение агента" : "An agent has left");
        moved.remove("code");
        Map<String, Object> toDistributor = new HashMap<>(model);
        toDistributor.put("toSupplier", false);
        toDistributor.put("name", russian ? "Анна Смирнова" : "Anna Smith");
        String supplier = String.valueOf(model.get("supplier"));
        Contact contact = new Contact(supplier, String.valueOf(model.get("name")), "+7 921 000-00-00",
                new EmailAddress("partners@north.example.com"));
        return List.of(LetterSamples.sample("connected", locale, model, distributor),
                LetterSamples.sample("disconnected", locale, toDistributor, supplier).onBehalfOf(contact),
                LetterSamples.sample("moved", locale, moved, distributor));
    }
}
