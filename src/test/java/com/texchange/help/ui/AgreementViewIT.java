package com.texchange.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.markdown.Markdown;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntegrationTest
class AgreementViewIT extends Page {

    @ParameterizedTest
    @CsvSource({"ru, Лицензионное соглашение, Права на лицензии, Сервис предоставляет T-Exchange",
        "en, License agreement, Rights to licenses, The service is provided by T-Exchange"})
    void whoIsNotSignedInReadsTheAgreement(String language, String title, String heading, String sentence) {
        UI.getCurrent().setLocale(Locale.of(language));
        open("agreement");

        assertThat(find(H1.class).single().getText()).isEqualTo(title);
        assertThat(find(H2.class).all()).extracting(H2::getText).contains(heading);
        assertThat(find(Markdown.class).all()).extracting(Markdown::getContent).anyMatch(text -> text.contains(sentence));
    }

    @Test
    void theFootOfPublicPagesLeadsToIt() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open("login");

        assertThat(find(Anchor.class).withText("License agreement").single().getHref()).isEqualTo("agreement");
    }
}
