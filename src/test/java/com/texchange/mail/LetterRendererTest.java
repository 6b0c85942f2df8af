package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.EmailAddress;
import com.texchange.common.OperatorZone;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class LetterRendererTest {

    private final StaticMessageSource messages = new StaticMessageSource();
    private final LetterRenderer renderer = new LetterRenderer(new LetterTemplates().letterTemplateEngine(messages),
            messages, new OperatorProperties("T-Exchange", "noreply@example.com", "", "", URI.create("http://localhost")),
            new OperatorZone(ZoneId.of("Europe/Moscow")));

    @Test
    void aSubjectIsOneLineWhateverNamesAreInIt() {
        messages.addMessage("mail.any.subject", Locale.ENGLISH, "Letter of {0}");

        assertThat(renderer.subject(letter("Ann\r\nBcc: evil@example.com\u2028!")))
                .isEqualTo("Letter of Ann Bcc: evil@\u200Aexample.\u200Acom !");
    }

    @Test
    void aNameInASubjectIsNoLinkAndInitialsStayAsTheyAre() {
        messages.addMessage("mail.any.subject", Locale.ENGLISH, "Invitation of {0}");

        assertThat(renderer.subject(letter("ООО «Касса.рф» www.example.com")))
                .isEqualTo("Invitation of ООО «Касса.\u200Aрф» www.\u200Aexample.\u200Acom");
        assertThat(renderer.subject(letter("ИП И.И. Иванов"))).isEqualTo("Invitation of ИП И.И. Иванов");
    }

    @Test
    void onlyAddressesOfOwnPagesStayWhole() {
        assertThat(renderer.isOwnAddress("http://localhost/join?token=aZ-_0%3D")).isTrue();
        assertThat(renderer.isOwnAddress("http://localhost/exchange/distributors/0-1")).isTrue();
        for (String other : new String[] {"http://localhost/\"https://evil.example.org", "http://localhost/ https://evil.example.org",
            "http://localhost/\u00A0-\u00A0evil.example.org", "http://localhost/<evil.example.org", "http://localhost.example.org/",
            "http://localhost/https://evil.example.org", "http://localhost/?a=https://evil.example.org"}) {
            assertThat(renderer.isOwnAddress(other)).as(other).isFalse();
        }
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() {
        messages.addMessage("mail.any.subject", Locale.ENGLISH, "{0}");

        String subject = renderer.subject(letter("😀".repeat(400)));

        assertThat(subject).hasSizeLessThanOrEqualTo(300).startsWith("😀😀").endsWith("😀…");
    }

    private static Letter letter(String argument) {
        return new Letter("key", "any", new EmailAddress("a@example.com"), Locale.ENGLISH, new Object[] {argument},
                Map.of(), null);
    }
}
