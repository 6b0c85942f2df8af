package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.EmailAddress.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static final String LABEL_63 = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"o'brien@example.com", "sklad@почта-пример.рф", "a+b@example.com", "a@b.co",
        "first.last@sub.domain.example.com", "x_y-z@xn----7sbqluigdjdo3d.xn--p1ai", "1@1.example", "ivan@кто.рус"})
    void takesWhatMailServersTake(String address) {
        assertThat(EmailAddress.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "foo|FORM", "@example.com|FORM", "a@|FORM", "a@b@example.com|FORM", "''|FORM",
        "ivаn@example.com|LETTERS", "иван@example.com|LETTERS", "\"a b\"@example.com|LETTERS", "a b@example.com|LETTERS",
        "Ivan <a@example.com|LETTERS", "a,b@example.com|LETTERS",
        "a..b@example.com|DOTS", ".a@example.com|DOTS", "a.@example.com|DOTS",
        "ivan@example|DOMAIN", "a@example..com|DOMAIN", "a@.com|DOMAIN", "a@example.com.|DOMAIN", "a@-x.com|DOMAIN",
        "a@x-.com|DOMAIN", "a@x_y.com|DOMAIN", "a@1.2.3.4|DOMAIN", "a@[1.2.3.4]|DOMAIN", "a@example.c|DOMAIN",
        "a@example.123|DOMAIN", "a@exa mple.com|DOMAIN", "a@example.com>|DOMAIN", "Ivan <a@example.com> <b@example.com>|FORM",
        "b@example.com <a@example.com>|FORM", "<>|FORM", "a@example.com, b@example.com|FORM", "<a b@example.com>|LETTERS",
        "mailto:|FORM", "a@straße.de|DOMAIN", "a@☃.com|DOMAIN",
        "a@example,com|DOMAIN"})
    void saysWhatIsWrongWithTheRest(String address, Problem problem) {
        assertThat(EmailAddress.problem(address)).contains(problem);
        assertThat(EmailAddress.parse(address)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheLongestAddress() {
        String domain = String.join(".", LABEL_63, LABEL_63, "a".repeat(57), "com");
        assertThat(EmailAddress.problem("a".repeat(64) + "@" + domain)).isEmpty();
        assertThat(EmailAddress.problem("a".repeat(65) + "@example.com")).contains(Problem.LENGTH);
        assertThat(EmailAddress.problem("a".repeat(64) + "@a" + domain)).contains(Problem.DOMAIN);
        assertThat(EmailAddress.problem("a".repeat(64) + "@" + domain.replace("com", "name"))).contains(Problem.LENGTH);
        assertThat(EmailAddress.problem("a@a" + LABEL_63 + ".com")).contains(Problem.DOMAIN);
        // Long in the form that mail servers take, not in the one that people read.
        assertThat(EmailAddress.problem("a@" + "ж".repeat(60) + ".рф")).contains(Problem.DOMAIN);
        assertThat(EmailAddress.problem("a@" + "ж".repeat(900) + ".рф")).contains(Problem.DOMAIN);
    }

    /** Somebody who is not signed in can type it, too. */
    @Test
    void whatIsFarTooLongIsNotLookedAt() {
        assertThat(EmailAddress.problem("a@" + "ж".repeat(3_000) + ".рф")).contains(Problem.LENGTH);
        assertThat(EmailAddress.problem("a@" + "я.".repeat(30_000) + "рф")).contains(Problem.LENGTH);
        assertThat(EmailAddress.parse("a@" + "a.".repeat(500_000) + "com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sklad@xn----7sbqluigdjdo3d.xn--p1ai", "Sklad@ПОЧТА-Пример.рф", " sklad@почта-пример.рф\u00A0",
        "sklad@XN----7SBQLUIGDJDO3D.xn--p1ai", "sk\u200Blad@почта-пример。рф", "\uFEFFsklad@почта-пример.рф",
        "sklad@почта-приме\u0440.рф", "Склад <sklad@почта-пример.рф>", "<Sklad@почта-пример.рф>",
        "\"Ромашка, склад\" < sklad@почта-пример.рф >", "mailto:sklad@почта-пример.рф"})
    void theFormsOfOneMailboxAreOneAddressThatPeopleCanRead(String typed) {
        EmailAddress address = new EmailAddress(typed);

        assertThat(address).isEqualTo(new EmailAddress("sklad@почта-пример.рф"))
                .hasSameHashCodeAs(new EmailAddress("sklad@почта-пример.рф")).hasToString("sklad@почта-пример.рф");
        assertThat(address.value()).isEqualTo("sklad@почта-пример.рф");
        assertThat(address.ascii()).isEqualTo("sklad@xn----7sbqluigdjdo3d.xn--p1ai");
    }

    /** Letters with a mark of their own and composed ones look the same. */
    @Test
    void composedLettersAreTheSameAsWhatTheyAreComposedOf() {
        assertThat(new EmailAddress("a@краи\u0306.рф")).isEqualTo(new EmailAddress("a@край.рф"));
    }

    @Test
    void aDomainThatNobodyCanReadStaysAsMailServersTakeIt() {
        assertThat(new EmailAddress("a@xn--strae-oqa.de").value()).isEqualTo("a@xn--strae-oqa.de");
        assertThat(new EmailAddress("a@xn--strae-oqa.de").ascii()).isEqualTo("a@xn--strae-oqa.de");
    }

    @ParameterizedTest
    @CsvSource({"a@еxample.com, еxample", "a@mаil.ru, mаil", "a@sub.exаmple.com, exаmple", "a@xn--xample-2of.com, еxample",
        "a@сосо.com, сосо", "a@почтa.рф, почтa"})
    void pointsOutWhatCanBeTakenForAnotherDomain(String address, String part) {
        assertThat(new EmailAddress(address).deceptivePart()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.com", "a@почта-пример.рф", "a@1с.рф", "a@почта.com", "a@сосо.рф", "a@日本ニュース.jp"})
    void doesNotSuspectTheOthers(String address) {
        assertThat(new EmailAddress(address).deceptivePart()).isEmpty();
    }

    @Test
    void whatWasTakenEarlierStandsAsItIs() {
        assertThat(EmailAddress.stored("a..b@example.c").value()).isEqualTo("a..b@example.c");
        assertThat(EmailAddress.stored("a..b@example.c").ascii()).isEqualTo("a..b@example.c");
        assertThat(EmailAddress.stored("a@-.рф").ascii()).isEqualTo("a@-.рф");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "foo|Напишите адрес вида ivan@example.com|Write an address like ivan@example.com",
        "a..b@example.com|До знака @ точка|Before the @ a dot",
        "ivan@example|Проверьте часть после @|Check what follows the @"})
    void everyServiceSaysItInThePersonsLanguage(String address, String russian, String english) {
        assertThat(violations(address, Languages.RUSSIAN)).singleElement().asString().startsWith(russian);
        assertThat(violations(address, Languages.ENGLISH)).singleElement().asString().startsWith(english);
        assertThat(violations("", Languages.ENGLISH)).isEmpty();
    }

    private static List<String> violations(String address, Locale language) {
        try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class).configure()
                .locales(Languages.ENGLISH, Languages.RUSSIAN).defaultLocale(language)
                .messageInterpolator(new ParameterMessageInterpolator(Set.copyOf(Languages.ALL), language, false))
                .buildValidatorFactory()) {
            return factory.getValidator().validate(new Form(address)).stream()
                    .map(ConstraintViolation::getMessage).toList();
        }
    }

    record Form(@ValidEmail String email) {
    }
}
