package com.texchange.grants;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Contact;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letters that {@link GrantLetters} writes, with invented companies and people. */
@Component
@Order(16)
class GrantLetterSamples implements LetterSamples {

    private final MessageSource messages;

    GrantLetterSamples(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Letter> in(Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        String supplier = russian ? "ООО «Северные продукты»" : "Northern Foods LLC";
        String distributor = russian ? "ООО «Торговый дом Восток»" : "Eastern Trading LLC";
        Map<String, Object> model = new HashMap<>(Map.of("supplier", supplier, "distributor", distributor, "code", "40312",
                "acts", GrantLetters.acts(EnumSet.of(GrantedAct.CONNECT, GrantedAct.MOVE), locale, messages),
                "endsAt", DAY, "reason", russian ? "На время сезонных замен" : "While agents change for the season"));
        return Stream.of("grant-given", "grant-changed", "grant-withdrawn", "grant-refused", "grant-ending", "grant-ended")
                .map(template -> sample(template, template.equals("grant-refused") || template.equals("grant-given"), model,
                        locale)).toList();
    }

    private static Letter sample(String template, boolean toSupplier, Map<String, Object> facts, Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        Map<String, Object> model = new HashMap<>(facts);
        model.put("toSupplier", toSupplier);
        model.put("name", toSupplier ? russian ? "Пётр Северов" : "Peter North" : russian ? "Ольга Востокова" : "Olga East");
        model.put("link", LetterSamples.link(toSupplier ? Routes.DISTRIBUTORS : Routes.SUPPLIERS));
        Letter letter = LetterSamples.sample(template, locale, Map.copyOf(model),
                facts.getOrDefault(toSupplier ? "distributor" : "supplier", ""));
        return toSupplier ? letter : letter.onBehalfOf(new Contact(String.valueOf(facts.get("supplier")),
                russian ? "Пётр Северов" : "Peter North", "+7 921 000-00-00", new EmailAddress("partners@north.example.com")));
    }
}
