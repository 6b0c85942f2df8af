package com.texchange.pages;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page of every role fits every usual width in both languages, with short names and with long ones; {@link PagesIT} looks at
 * the widths where most would show, and at each run.
 */
@SomeOnboardings
@Tag("pictures")
class EveryWidthIT extends VisitedPages {

    private static final List<Integer> WIDTHS = List.of(1920, Visitors.WIDE, 1366, 1280, 768, 390, Visitors.NARROW);

    @TestFactory
    Stream<DynamicTest> aPageFitsWithShortNames() {
        return everyPage("short");
    }

    @TestFactory
    Stream<DynamicTest> aPageFitsWithLongNames() {
        LongNames names = new LongNames(jdbc);
        return everyPage("long").onClose(names::close);
    }

    private Stream<DynamicTest> everyPage(String names) {
        return new Pages(jdbc).wanted().flatMap(shown -> Stream.of("ru", "en").map(language ->
                DynamicTest.dynamicTest("%s in %s, %s names".formatted(shown.name(), language, names), () -> check(shown, language))));
    }

    private void check(ShownPage shown, String language) {
        Page page = visitors.page(shown.person(), language, Visitors.WIDE);
        shown.visit(page);
        Fitting.check(shown, page, WIDTHS, width -> { });
    }
}
