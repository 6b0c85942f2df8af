package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

/** A name is taken out of a greeting, and nothing else out of the letter. */
class GreetingTest {

    private final StaticMessageSource messages = new StaticMessageSource();

    GreetingTest() {
        messages.addMessage("mail.greeting", Languages.ENGLISH, "Hello {0},");
        messages.addMessage("mail.greeting.nameless", Languages.ENGLISH, "Hello,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "e", "Hello", "Ann, Mary, and others,", "Ann\nMary", "$1 \\E"})
    void whateverTheNameIs(String name) {
        assertThat(taken(letter("Hello " + name + ","))).contains(letter("Hello …,"));
    }

    @Test
    void aLetterThatGreetsNobodyByNameHasNone() {
        assertThat(taken(letter("Hello,"))).contains(letter("Hello,"));
    }

    @Test
    void aLetterThatGreetsOtherwiseIsNotTold() {
        assertThat(taken(letter("Dear Ann,"))).isEmpty();
        assertThat(taken(new LetterCopy("Reminder", letter("Hello Ann,").html(), "Ann, decide please."))).isEmpty();
        assertThat(taken(new LetterCopy("Reminder", "<p>Ann, decide please.</p>", letter("Hello Ann,").plain()))).isEmpty();
    }

    private Optional<LetterCopy> taken(LetterCopy letter) {
        return new Greeting(messages, Languages.ENGLISH).takenFrom(letter);
    }

    private static LetterCopy letter(String greeting) {
        return new LetterCopy("Reminder", "<h1>Decide, please</h1><p style=\"margin:0;\">" + greeting + "</p><p>Hello there, decide please,</p>",
                greeting + "\n\nHello there,\ndecide please,\n\n-- \nT-Exchange");
    }
}
