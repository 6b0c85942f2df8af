package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept and what is typed have one form, which two programs give: PostgreSQL and the application. */
@WithoutProcess
class SearchFormIT {

    /** Those beyond are of scripts that change with each version of Unicode. */
    private static final int LAST_CHARACTER = 0x24FF;
    /** Of Unicode 16, which PostgreSQL 17 does not know. */
    private static final Set<Integer> YOUNG = Set.of(0x1C89, 0x1C8A);
    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseAndTheApplicationGiveEveryCharacterTheSameForm() {
        List<String> texts = IntStream.rangeClosed(1, LAST_CHARACTER).filter(Character::isDefined).filter(character -> !YOUNG.contains(character))
                .mapToObj(character -> "1" + Character.toString(character) + "b" + Character.toString(character) + " 2").toList();

        assertThat(inDatabase(texts)).hasSizeGreaterThan(8000).containsExactlyElementsOf(
                texts.stream().map(SearchWords::form).toList());
    }

    @Test
    void theyGiveWholeTextsTheSameForm() {
        List<String> texts = List.of("ООО «Ёлкин–Палкин и Ко.» (Москва)", "+7 (495) 123-45-67; 5280-4543-2633-4521", "Е\u0308ж И\u0306од",
                "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}", "O'Brien & Söhne\u00a0GmbH", "28 318\n880 842", "", " \u200b ", "Ǆ İI ẞ ﬀ");

        assertThat(inDatabase(texts)).containsExactlyElementsOf(texts.stream().map(SearchWords::form).toList());
    }

    @Test
    void namesStandInTheOrderOfRussianAndEnglishReaders() {
        List<String> names = List.of("1С-Софт", "alpha", "Beta", "арбуз", "Арбуз", "Еж", "ёж", "Ёлка", "жук", "ООО «Елкин»",
                "ООО \"Ёлкин\"", "ООО Елкина", "Ромашка 2", "Ромашка 10", "Ягода");

        assertThat(jdbc.sql("select n from unnest(:names::text[]) n order by n collate common_alphabet")
                .param("names", names.reversed().toArray(String[]::new)).query(String.class).list())
                .containsExactlyElementsOf(names);
    }

    private List<String> inDatabase(List<String> texts) {
        return jdbc.sql("select common_search_form(t) from unnest(:texts::text[]) with ordinality u (t, i) order by i")
                .param("texts", texts.toArray(String[]::new)).query(String.class).list();
    }
}
