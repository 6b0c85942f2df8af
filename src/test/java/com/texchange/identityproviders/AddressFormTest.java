package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFormTest {

    @ParameterizedTest
    @CsvSource({
        "https://пример.рф, https://xn--e1afmkfd.xn--p1ai",
        "https://Вход.Пример.РФ:8443/realms/Main/, https://xn--b1ae3a1a.xn--e1afmkfd.xn--p1ai:8443/realms/Main/",
        "https://bücher.example.com/?a=b, https://xn--bcher-kva.example.com/?a=b",
        "https://login.example.com:8443/A, https://login.example.com:8443/A",
        "https://xn--e1afmkfd.xn--p1ai/, https://xn--e1afmkfd.xn--p1ai/",
        "https://127.0.0.1:1/x, https://127.0.0.1:1/x", "https://[::1]:1, https://[::1]:1",
        "https://меня@пример.рф, https://меня@пример.рф", "nonsense, nonsense", "https://, https://"})
    void aHostInItsOwnLettersIsWrittenAsServersTakeItAndAllElseStays(String typed, String kept) {
        assertThat(AddressForm.ascii(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://вход", "https://вх_од.рф", "https://вх од.рф", "https://-вход.рф", "https://вход..рф", "https://straße.de",
        "https://щщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщ.рф"})
    void whatNoServerCanBeCalledIsRefused(String typed) {
        assertThatThrownBy(() -> AddressForm.ascii(typed)).isInstanceOf(RefusedException.class).hasMessage("identityproviders.refused.host");
    }

    @ParameterizedTest
    @CsvSource({
        "https://xn--e1afmkfd.xn--p1ai:8443/realm, https://пример.рф:8443/realm", "https://login.example.com, https://login.example.com",
        "https://xn--80ak6aa92e.com, https://xn--80ak6aa92e.com"})
    void whatIsKeptIsShownAsPeopleReadItUnlessItCouldBeTakenForAnother(String kept, String shown) {
        assertThat(AddressForm.readable(kept)).isEqualTo(shown);
    }

    @Test
    void bothFormsAreTheSameServer() {
        assertThat(AddressForm.ascii(AddressForm.readable("https://xn--e1afmkfd.xn--p1ai/a"))).isEqualTo("https://xn--e1afmkfd.xn--p1ai/a");
    }
}
