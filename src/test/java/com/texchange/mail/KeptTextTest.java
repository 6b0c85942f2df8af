package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTextTest {

    private static final String BASE = "https://tx.example.com";
    private final KeptText kept = new KeptText(BASE);

    @ParameterizedTest
    @CsvSource({
        "/join?invite=abcDEF_123, /join?…",
        "/set-password?token=abc&amp;x=1, /set-password?…",
        "/confirm/abcDEF_123-xyz, /confirm/…",
        "/confirm/abcdefabcdefabcdefabcdefabcdefabcdef, /confirm/…",
        "/?t=secret, /?…",
        "?t=secret, ?…",
        "/tasks/2251799813685252, /tasks/2251799813685252",
        "/exchange/distributors/0f2c6a52-5d0e-4c1b-9a57-2f6f4b1f0c11, /exchange/distributors/0f2c6a52-5d0e-4c1b-9a57-2f6f4b1f0c11",
        "/services?supplier=0f2c6a52-5d0e-4c1b-9a57-2f6f4b1f0c11#x, /services?…",
        "/join#secret, /join#…",
        "/login, /login"})
    void whateverCouldBeASecretInALinkIsBlanked(String link, String left) {
        assertThat(kept.of("<a href=\"" + BASE + link + "\">" + BASE + link + "</a>"))
                .isEqualTo("<a href=\"" + BASE + left + "\">" + BASE + left + "</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No link… at all", "Ask " + BASE + "/join?invite=abc and " + BASE + "/confirm/x_Y, " + BASE + "/login.",
        BASE + "/join?a…b", "a" + BASE + "?t=1" + BASE + "#2"})
    void aSealedTextIsOpenedToWhatItWas(String text) {
        KeptText.Sealed sealed = kept.seal(text);

        assertThat(sealed.text()).isEqualTo(kept.of(text)).isEqualTo(kept.of(sealed.text()));
        assertThat(KeptText.Sealed.open(sealed.text(), sealed.secrets())).isEqualTo(text);
    }

    @Test
    void otherWordsStay() {
        assertThat(kept.of("Ask? Yes: https://other.example.com/x?y=z, " + BASE + "."))
                .isEqualTo("Ask? Yes: https://other.example.com/x?y=z, " + BASE + ".");
    }
}
