package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody writes into the address of a page. */
@IntegrationTest
class AddressesIT extends Page {

    /** Of all pages; each gets them all. */
    private static final List<String> PARAMETERS = List.of("text", "search", "kind", "show", "sort", "stage", "age", "below", "supplier", "token",
            "invite", "lang", "part", "width", "colors", "continue", "error", "scope",
            "area", "person", "company", "source", "subject", "from", "until", "page", "other");

    @Autowired
    SampleBusiness business;
    @Autowired
    Journey journey;

    static Stream<String> routes() {
        return Arrays.stream(Routes.class.getFields()).filter(field -> Modifier.isStatic(field.getModifiers())).map(field -> {
            try {
                return (String) field.get(null);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }).filter(route -> !route.endsWith("/") && !route.contains("?"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noCharacterInAnyParameterIsAnError(String route) {
        SignedIn.as(everybody(), "ru");
        for (String value : List.of("\0", "a\0b", "\u0001\u0007\u001f\u007f\u0085", "\ud800", "%", "'\"<>;--", "\u202e", "я".repeat(3000), "-1",
                "99999999999999999999", "null",
                "+999999999-12-31", "-999999999-01-01", "+300000-01-01", "0000-01-01")) {
            Map<String, String> parameters = new LinkedHashMap<>();
            PARAMETERS.forEach(name -> parameters.put(name, value));
            parameters.put("x" + value, value);

            UI.getCurrent().navigate(route, QueryParameters.simple(parameters));

            assertThat(find(UnexpectedErrorPage.class).exists())
                    .as(route + " with " + value.codePoints().limit(5).boxed().toList()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"DISTRIBUTORS, ru, Не найдено", "ONBOARDINGS, en, Not found", "SUPPLIERS, ru, По этой ссылке ничего нет",
        "STORY, ru, Страница не найдена", "TASKS, ru, Этой задачи нет", "BATCHES, en, Page not found", "INVITE_LIST, ru, Страница не найдена",
        "LETTERS, en, Page not found", "PROCESSES, ru, Страница не найдена", "RECONCILIATION, en, Page not found"})
    void whatIsNotThereIsSaidInWords(String page, String language, String words) throws ReflectiveOperationException {
        SignedIn.as(everybody(), language);
        String route = (String) Routes.class.getField(page).get(null);
        for (String id : page.equals("TASKS") ? List.of("4711") : List.of(UUID.randomUUID().toString(), "nonsense", "1%2C2")) {
            open("company");
            open(Routes.of(route, id));

            assertThat(words()).as(id).contains(words);
        }
    }

    @Test
    void aSupplierThatIsNotOnesOwnIsSaidInWords() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        CompanyInfo supplier = business.supplier("ООО «Свой»");
        business.partners(supplier, distributor);
        business.licenses(distributor, 1);
        SignedIn.as(business.person(distributor, Role.DISTRIBUTOR), "ru");

        for (String id : List.of("nonsense", business.supplier("ООО «Чужой»").id().toString())) {
            UI.getCurrent().navigate(Routes.SERVICES, QueryParameters.of("supplier", id));
            assertThat(words()).contains("По этой ссылке ничего нет");
        }
        UI.getCurrent().navigate(Routes.SERVICES, QueryParameters.of("supplier", supplier.id().toString()));
        assertThat(words()).doesNotContain("По этой ссылке ничего нет");
    }

    @Test
    void somebodyElsesOnboardingIsAsUnknownAsNone() {
        Actor other = business.person(business.supplier("ООО «Чужой»"), Role.SUPPLIER);
        String foreign = journey.invite(other, SampleBusiness.email().value()).toString();
        Actor supplier = business.person(business.supplier("ООО «Свой»"), Role.SUPPLIER);
        SignedIn.as(supplier, "ru");

        open(Routes.of(Routes.DISTRIBUTORS, foreign));
        assertThat(words()).contains("Не найдено");
        click("Закрыть");
        assertThat(words()).doesNotContain("Не найдено");
    }

    private Actor everybody() {
        return business.person(business.both("ООО «Всё сразу»"), Role.SUPPLIER, Role.DISTRIBUTOR, Role.SALES, Role.PROCESS_MANAGER);
    }
}
