package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholePartsTest {

    @Test
    void linesEndBetweenPartsAndWithinAnAddressAtItsDotsOnly() {
        Element parts = new WholeParts(List.of("Анна Новая", "+7 382 200-00-01", "new@mail.example.com")).getElement();

        assertThat(parts.getTextRecursively()).isEqualTo("Анна Новая, +7 382 200-00-01, new@mail.example.com");
        assertThat(parts.getChildren().filter(part -> part.getClassList().contains("whole-part")).map(Element::getTextRecursively))
                .containsExactly("Анна Новая,", "+7 382 200-00-01,", "new@mail.example.com");
        assertThat(new WholeParts(List.of("Анна")).getElement().getTextRecursively()).isEqualTo("Анна");
        assertThat(new DescriptionList().add("Контакт", List.of()).getElement().getChildCount()).isZero();
    }
}
