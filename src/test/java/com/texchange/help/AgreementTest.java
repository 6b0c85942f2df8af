package com.texchange.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Languages;
import com.texchange.help.AgreementProperties.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class AgreementTest {

    @TempDir
    Path folder;

    @Test
    void theTextOfTheProductNamesTheOperatorInBothLanguages() {
        Agreement agreement = agreement("", "");

        assertThat(agreement.text(Languages.RUSSIAN).sections().getFirst().title()).isEqualTo("Кто предоставляет сервис");
        assertThat(agreement.text(Languages.ENGLISH).sections().getFirst().body()).contains("provided by ACME");
        for (var language : Languages.ALL) {
            assertThat(agreement.text(language).toString()).doesNotContain("{operator}");
        }
    }

    /** Blank is how an operator without a name says so in letters and at the foot of pages. */
    @Test
    void anOperatorWithoutANameIsCalledByTheProducts() {
        Agreement agreement = new Agreement(new AgreementProperties(" ", new Texts("", "")), new DefaultResourceLoader());

        assertThat(agreement.text(Languages.RUSSIAN).sections().getFirst().body()).contains("предоставляет T-Exchange (");
        assertThat(agreement.text(Languages.ENGLISH).sections().getFirst().body()).contains("provided by T-Exchange (");
    }

    @Test
    void bothTextsHaveTheSameParts() {
        Agreement agreement = agreement("", "");

        assertThat(agreement.text(Languages.RUSSIAN).sections()).extracting(Document.Section::id)
                .isEqualTo(agreement.text(Languages.ENGLISH).sections().stream().map(Document.Section::id).toList());
    }

    @Test
    void theOperatorReplacesThemByAPathOrALocation() throws IOException {
        Path russian = Files.writeString(folder.resolve("ru.md"), "# Договор\n\nТекст {operator}.");
        Path english = Files.writeString(folder.resolve("en.md"), "Our terms.");

        Agreement agreement = agreement(russian.toString(), english.toUri().toString());

        assertThat(agreement.text(Languages.RUSSIAN).introduction()).isEqualTo("Текст ACME.");
        assertThat(agreement.text(Languages.ENGLISH).introduction()).isEqualTo("Our terms.");
    }

    @Test
    void oneOwnTextIsShownInBothLanguages() throws IOException {
        Path russian = Files.writeString(folder.resolve("ru.md"), "Договор.");

        assertThat(agreement(russian.toString(), "").text(Languages.ENGLISH).introduction()).isEqualTo("Договор.");
    }

    @Test
    void aMissingTextStopsTheStartAndNamesTheProperty() {
        assertThatThrownBy(() -> agreement(folder.resolve("none.md").toString(), ""))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("none.md")
                .hasMessageContaining("t-exchange.operator.agreement");
    }

    private static Agreement agreement(String ru, String en) {
        return new Agreement(new AgreementProperties("ACME", new Texts(ru, en)), new DefaultResourceLoader());
    }
}
