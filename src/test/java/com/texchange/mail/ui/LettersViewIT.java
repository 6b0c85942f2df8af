package com.texchange.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class LettersViewIT extends Page {

    @Autowired
    TestPeople people;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Письма | Тема | Приглашение в дистрибьюторскую сеть | приглашает Вас",
        "en | Letters | Subject | Invitation to a distribution network | invites you"})
    void aSalespersonFindsTheFirstLetterInTheOwnLanguage(String language, String title, String label, String subject,
            String preheader) {
        SignedIn.as(people.sales(), language);
        open("letters");

        assertThat(words()).contains(title, label, subject, preheader);
        assertThat(frame().getElement().getAttribute("title")).isEqualTo(subject);
        assertThat(frame().getSrcdoc().orElseThrow()).contains("lang=\"" + language + "\"", subject, "40312");
    }

    @Test
    void theFrameMayDoNothing() {
        SignedIn.as(people.sales(), "en");
        open("letters");

        assertThat(frame().getElement().getAttribute("sandbox")).isEmpty();
    }

    @Test
    void anAddressNamesLetterLanguageAndPart() {
        SignedIn.as(people.processManager(), "en");
        navigate("letters/declined", "lang=ru&part=text");

        assertThat(find(Pre.class).single().getElement().getTextRecursively()).contains("отказался от Вашего приглашения", "Причина:");
        assertThat(find(IFrame.class).exists()).isFalse();
        assertThat(words()).contains("Letters");
    }

    @Test
    void widthAndColorsCanBeChosen() {
        SignedIn.as(people.processManager(), "en");
        navigate("letters/expired", "width=phone&colors=dark");

        assertThat(frame().hasClassName("phone")).isTrue();
        assertThat(frame().getSrcdoc().orElseThrow()).contains("@media all").doesNotContain("prefers-color-scheme");
    }

    @Test
    void anotherLetterIsChosenFromTheList() {
        SignedIn.as(people.sales(), "en");
        open("letters");

        @SuppressWarnings("unchecked")
        Select<String> letters = find(Select.class).withClassName("letter-select").single();
        letters.setValue("connected");
        roundTrip();

        assertThat(frame().getSrcdoc().orElseThrow()).contains("The licenses are connected");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("letters/connected?lang=en");
    }

    @Test
    void anUnknownLetterIsNotFound() {
        SignedIn.as(people.sales(), "ru");
        open("letters/no-such-letter");

        assertThat(words()).contains("Страница не найдена");
    }

    @Test
    void aSampleIsSentToTheReaderOnly() {
        Actor manager = people.processManager();
        SignedIn.as(manager, "ru");
        navigate("letters/revoked", "lang=en");

        click("Отправить мне");

        assertThat(notices()).anyMatch(notice -> notice.contains(manager.email().value()));
        Mailbox.ReceivedLetter letter = Mailbox.of(manager.email().value()).await("[Sample]");
        assertThat(letter.subject()).isEqualTo("[Sample] The invitation from Northern Foods LLC was revoked");
        assertThat(letter.text()).contains("Invited by mistake");
    }

    private void navigate(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private IFrame frame() {
        return find(IFrame.class).single();
    }
}
