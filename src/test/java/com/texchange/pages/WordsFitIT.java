package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nothing that names something is cut or broken inside a word, on any page, in either language, from a small phone to a wide
 * screen, with short names and with long ones. Each page is opened once in each language and then narrowed.
 */
@SomeOnboardings
@Tag("pictures")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsFitIT {

    private static final List<Integer> WIDTHS = List.of(1920, 1440, 1366, 768, 390, 360);
    /** In which a page hears that it is narrower, and shows its lists in one column. */
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final String LONG_COMPANY =
            "Общество с ограниченной ответственностью «Торгово-производственное объединение Приволжскнефтепродукт и Партнёры»";
    private static final String LONG_PERSON = "Константин-Александр Преображенский-Верхнекамский";

    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    private Visitors visitors;

    /** Every third company and every account has a long name; the others stay as they are. */
    @BeforeAll
    void start() {
        visitors = new Visitors(port);
        jdbc.sql("create table short_name as select id, name from company union all select id, name from account").update();
        jdbc.sql("""
                update company set name = :name where abs(hashtext(id::text)) % 3 = 0
                    or id in (select company_id from account where email like '%@demo.example.com')
                """).param("name", LONG_COMPANY).update();
        jdbc.sql("update account set name = :name").param("name", LONG_PERSON).update();
    }

    @AfterAll
    void close() {
        // Skipped tests have none.
        if (visitors != null) {
            jdbc.sql("update company set name = short_name.name from short_name where short_name.id = company.id").update();
            jdbc.sql("update account set name = short_name.name from short_name where short_name.id = account.id").update();
            jdbc.sql("drop table short_name").update();
            visitors.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> aPageShowsItsWordsAsTheyAre() {
        return new Pages(jdbc).all().stream().map(shown -> DynamicTest.dynamicTest(shown.name(), () -> {
            for (String language : List.of("ru", "en")) {
                Page page = visitors.page(shown.person(), language, Visitors.WIDE);
                page.setViewportSize(WIDTHS.getFirst(), 1000);
                shown.open(page);
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    awaitWhole(page, "%s in %s at %d px".formatted(shown, language, width));
                }
            }
        }));
    }

    @Test
    void whatIsCutOrBrokenIsFound() {
        Page page = visitors.page(null, "en", Visitors.WIDE);
        page.setContent("""
                <h1 style="width: 3rem; overflow-wrap: anywhere">Unbreakable</h1>
                <span class="badge" style="display: block; width: 3rem; overflow: hidden; white-space: nowrap">Cut off</span>
                <button style="width: 20rem">Whole words</button>
                """);

        assertThat(CutWords.on(page)).hasSize(2).anyMatch(found -> found.contains("breaks «Unbreakable»"))
                .anyMatch(found -> found.contains("cuts «off»"));
    }

    private static void awaitWhole(Page page, String where) {
        if (!CutWords.on(page).isEmpty()) {
            await().pollInSameThread().atMost(SETTLING).untilAsserted(() -> assertThat(CutWords.on(page)).as(where).isEmpty());
        }
    }
}
