package com.texchange.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void headingsOfTheSecondLevelDivideTheText() {
        Document document = Document.parse("""
                # Title

                Welcome.

                ## First part {#first}
                One.

                ### Smaller
                ## Second
                Two.
                """);

        assertThat(document.introduction()).isEqualTo("Welcome.");
        assertThat(document.sections()).containsExactly(
                new Document.Section("first", "First part", "One.\n\n### Smaller"),
                new Document.Section("section-2", "Second", "Two."));
    }

    @Test
    void aTextWithoutHeadingsIsAllIntroduction() {
        assertThat(Document.parse("One.\n\nTwo.")).isEqualTo(new Document("One.\n\nTwo.", List.of()));
    }

    @Test
    void whatLooksLikeAHeadingInCodeIsNone() {
        Document document = Document.parse("""
                ## Part {#part}
                ```
                ## no heading
                # neither
                ```
                """);

        assertThat(document.sections()).singleElement()
                .satisfies(part -> assertThat(part.body()).contains("## no heading", "# neither"));
    }
}
