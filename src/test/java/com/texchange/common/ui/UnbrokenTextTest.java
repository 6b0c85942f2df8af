package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;

class UnbrokenTextTest {

    @Test
    void anAddressIsOnePartThatMayBePartedBetweenItsWordsOnly() {
        Element text = new UnbrokenText("Письмо ушло на anna_new@mail.example.com, ждём").getElement();

        assertThat(text.getTextRecursively()).isEqualTo("Письмо ушло на anna_new@mail.example.com, ждём");
        Element address = text.getChildren().filter(part -> part.getClassList().contains("whole-part")).findFirst().orElseThrow();
        assertThat(address.getChildren().filter(Element::isTextNode).map(Element::getText))
                .containsExactly("anna_", "new@", "mail.", "example.", "com,");
        assertThat(address.getChildren().filter(part -> !part.isTextNode()).map(Element::getTag)).hasSize(5).containsOnly("wbr");
    }

    @Test
    void anAddressOfAPageIsPartedBehindItsSlashes() {
        Element text = new UnbrokenText("https://login.example.com/realms/employees").getElement();

        assertThat(text.getChild(1).getChildren().filter(Element::isTextNode).map(Element::getText))
                .containsExactly("https://", "login.", "example.", "com/", "realms/", "employees");
    }

    @Test
    void aSingleLetterStaysWithTheWordBehindItsHyphen() {
        Element text = new UnbrokenText("в Т-Обмене").getElement();

        assertThat(text.getChildren().filter(part -> part.getClassList().contains("unbroken")).map(Element::getTextRecursively))
                .containsExactly("Т-Обмене");
    }
}
