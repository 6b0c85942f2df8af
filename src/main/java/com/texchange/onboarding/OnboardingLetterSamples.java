package com.texchange.onboarding;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Contact;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letters that {@link OnboardingLetters} writes. */
@Component
@Order(10)
class OnboardingLetterSamples implements LetterSamples {

    private static final String INVITATION = Routes.with(Routes.JOIN, "invite", "sample");
    private static final String ONBOARDING = 
            Routes.of(Routes.DISTRIBUTORS, "0f2c6a52-5d0e-4c1b-9a57-2f6f4b1f0c11");

    @Override
    public List<Letter> in(Locale locale) {
        Words words = locale.equals(Languages.RUSSIAN) ? Words.RUSSIAN : Words.ENGLISH;
        Contact contact = new Contact(words.supplier, words.supplierPerson, "+7 921 000-00-00",
                new EmailAddress("partners@north.example.com"));
        List<Letter> toDistributor = List.of(
                letter("invitation", locale, words, words.distributor, INVITATION, ""),
                letter("invitation-reminder", locale, words, words.distributor, INVITATION, ""),
                letter("accept-reminder", locale, words, words.distributorPerson, Routes.SUPPLIERS, ""),
                letter("connect-reminder", locale, words, words.distributorPerson, Routes.SERVICES, ""),
                letter("revoked", locale, words, words.distributor, Routes.LOGIN, words.revoked));
        List<Letter> toSupplier = List.of(
                letter("declined", locale, words, words.supplierPerson, ONBOARDING, words.declined),
                letter("joined", locale, words, words.supplierPerson, ONBOARDING, ""),
                letter("taken-over", locale, words, words.supplierPerson, ONBOARDING, ""),
                letter("expired", locale, words, words.supplierPerson, ONBOARDING, ""),
                letter("rejected", locale, words, words.supplierPerson, ONBOARDING, words.rejected),
                letter("revoked-confirmation", locale, words, words.supplierPerson, ONBOARDING, words.revoked));
        return Stream.concat(toDistributor.stream().map(letter -> letter.onBehalfOf(contact)), toSupplier.stream()).toList();
    }

    private static Letter letter(String template, Locale locale, Words words, String name, String path, String reason) {
        return LetterSamples.sample(template, locale, Map.of("name", name, "supplier", words.supplier,
                "distributor", words.distributor, "told", true, "code", "40312", "email", "buyer@example.com", "otherCode", "18902",
                "expiresOn", LetterSamples.DAY, "reason", reason,
                "link", LetterSamples.link(path)), words.supplier, words.distributor);
    }

    /** Invented companies and people. */
    private record Words(String supplier, String supplierPerson, String distributor, String distributorPerson,
            String declined, String rejected, String revoked) {

        static final Words ENGLISH = new Words("Northern Foods LLC", "Peter North", "Eastern Trading LLC",
                "Anna Smith", "We work with another producer in this region until the end of the year.",
                "The state register knows no company with this tax ID.", "Invited by mistake: the address is another company’s.");
        static final Words RUSSIAN = new Words("ООО «Северные продукты»", "Пётр Северов", "ООО «Торговый дом Восток»",
                "Анна Смирнова", "До конца года в этом регионе работаем с другим производителем.",
                "Компании с таким ИНН нет в государственном реестре.", "Приглашение отправлено по ошибке: это адрес другой компании.");
    }
}
