package com.texchange.shell;

import static com.texchange.testing.ForgedRequest.of;
import static com.texchange.testing.ForgedRequest.press;
import static com.texchange.testing.ForgedRequest.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.Routes;
import com.texchange.journal.Journal;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.rpc.MapSyncRpcHandler;
import com.vaadin.flow.server.communication.rpc.PublishedServerEventHandlerRpcHandler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.node.ObjectNode;

/** What somebody's own program sends in the name of a page, past what the page offers. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedRequestsIT extends Page {

    private static final int OF_PROPERTIES = 1;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Journal journal;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;

    @BeforeAll
    void somethingToList() {
        supplier = people.supplier();
        distributor = people.distributor(5);
        journey.connected(supplier, distributor, 1);
    }

    @Test
    void aHiddenButtonIsNotPressed() {
        SignedIn.as(people.colleague(supplier, Position.READER), "ru");
        openAndShow(Routes.DISTRIBUTORS);
        press(buttonAlsoHidden("Пригласить"));
        assertThat(find(Dialog.class).exists()).isFalse();

        SignedIn.as(supplier, "ru");
        open(Routes.HOME);
        openAndShow(Routes.DISTRIBUTORS);
        press(buttonAlsoHidden("Пригласить"));
        assertThat(find(Dialog.class).exists()).as("the same request of whom it is offered to").isTrue();
    }

    @Test
    void aDisabledButtonIsNotPressedAndADisabledFieldNotFilled() {
        SignedIn.as(supplier, "ru");
        openAndShow(Routes.DISTRIBUTORS);
        Button invite = buttonAlsoHidden("Пригласить");
        invite.setEnabled(false);
        roundTrip();
        press(invite);
        assertThat(find(Dialog.class).exists()).isFalse();

        TextField field = find(TextField.class).all().getFirst();
        field.setValue("до");
        field.setEnabled(false);
        roundTrip();
        fill(field, "после");
        assertThat(field.getValue()).isEqualTo("до");
        field.setEnabled(true);
        roundTrip();
        fill(field, "после");
        assertThat(field.getValue()).as("the same request while it is enabled").isEqualTo("после");
    }

    /** Of a page that lets somebody ask for what a service denies to that person. */
    @Test
    void anActThatIsDeniedIsToldAndRecorded() {
        Actor person = people.colleague(supplier, Position.ADMINISTRATOR);
        SignedIn.as(person, "ru");
        openAndShow(Routes.DISTRIBUTORS);
        Button companies = new Button("Все компании", click -> journal.companies("", 0, 1, person));
        UI.getCurrent().add(companies);
        roundTrip();
        comingFrom("203.0.113.82", () -> press(companies));

        assertThat(notices()).anyMatch(notice -> notice.contains(UI.getCurrent().getTranslation("shell.notAllowed")));
        await().untilAsserted(() -> assertThat(jdbc.sql("select kind || ' ' || subject from audit_entry where actor_id = ?").param(person.id().value())
                .query(String.class).list()).contains("ACT_DENIED /" + Routes.DISTRIBUTORS));
    }

    /** What is typed stays in memory with its page. */
    @Test
    void ofALongTextOfSomebodyWhoIsNotSignedInOnlyTheBeginningIsKept() {
        openAndShow(Routes.REGISTER);
        TextField field = find(TextField.class).all().getFirst();
        fill(new StrangersTexts(), field, "x".repeat(StrangersTexts.MOST + 1));
        assertThat(field.getValue()).isEqualTo("x".repeat(StrangersTexts.MOST));
        String emoji = "\uD83D\uDE42";
        fill(new StrangersTexts(), field, "x".repeat(StrangersTexts.MOST - 1) + emoji);
        assertThat(field.getValue()).as("no half of a character").isEqualTo("x".repeat(StrangersTexts.MOST - 1));
        fill(new StrangersTexts(), field, "x".repeat(StrangersTexts.MOST - 2) + emoji + "x");
        assertThat(field.getValue()).isEqualTo("x".repeat(StrangersTexts.MOST - 2) + emoji);
        fill(new StrangersTexts(), field, "ООО Ромашка");
        assertThat(field.getValue()).isEqualTo("ООО Ромашка");
    }

    @Test
    void whoIsSignedInPastesTables() {
        SignedIn.as(supplier, "ru");
        open(Routes.HOME);
        TextField field = new TextField();
        UI.getCurrent().add(field);
        roundTrip();
        VaadinRequest before = VaadinRequest.getCurrent();
        VaadinRequest request = Mockito.mock(VaadinRequest.class);
        Mockito.when(request.getUserPrincipal()).thenReturn(SecurityContextHolder.getContext().getAuthentication());
        CurrentInstance.set(VaadinRequest.class, request);
        try {
            fill(new StrangersTexts(), field, "x".repeat(StrangersTexts.MOST + 1));
        } finally {
            CurrentInstance.set(VaadinRequest.class, before);
        }
        assertThat(field.getValue()).hasSize(StrangersTexts.MOST + 1);
    }

    @ParameterizedTest
    @CsvSource({"SUPPLIER, exchange/distributors", "SUPPLIER, exchange/licenses", "SUPPLIER, exchange/devices", "SUPPLIER, license-operations",
        "SUPPLIER, journal", "SALES, registry/licenses", "SALES, registry/companies", "SALES, tasks", "DISTRIBUTOR, services", "DISTRIBUTOR, devices",
        "PROCESS_MANAGER, onboardings"})
    void rowsThatNoGridCanHaveAreNoneAndNoError(String role, String address) {
        SignedIn.as(switch (role) {
            case "SUPPLIER" -> supplier;
            case "SALES" -> people.sales();
            case "DISTRIBUTOR" -> distributor;
            default -> people.processManager();
        }, "ru");
        open(address);
        assertThat(find(Grid.class).exists()).isTrue();
        for (int[] range : new int[][] {{-5, 5}, {Integer.MIN_VALUE, 10}, {0, -1}, {2_000_000_000, 50}, {Integer.MAX_VALUE, Integer.MAX_VALUE},
            {0, Integer.MAX_VALUE}}) {
            find(Grid.class).all().forEach(grid -> call(grid, "setViewportRange", range[0], range[1]));
            roundTrip();

            assertThat(notices()).as(range[0] + ", " + range[1]).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange/distributors", "exchange/licenses", "exchange/devices"})
    void anUnknownColumnSortsNothingAndIsNoError(String address) {
        SignedIn.as(supplier, "ru");
        open(address);
        for (String column : List.of("name; drop table company", "' or 1=1", "0", "col999")) {
            find(Grid.class).all().forEach(grid -> {
                ObjectNode sorter = JacksonUtils.createObjectNode().put("path", column).put("direction", "asc");
                ObjectNode call = call("sortersChanged", grid);
                call.putArray("templateEventMethodArgs").addArray().add(sorter);
                send(() -> new PublishedServerEventHandlerRpcHandler().handle(UI.getCurrent(), call));
            });
            roundTrip();

            assertThat(notices()).as(column).isEmpty();
            assertThat(find(Grid.class).exists()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange/distributors?sort=name%3Bdrop&order=up", "exchange/licenses?sort=-%27&sort=1", "exchange/devices?sort=%00",
        "registry/licenses?sort=owner_id%20desc%2C%201%2F0", "onboardings?sort=id"})
    void anUnknownColumnInAnAddressIsLeftOut(String address) {
        SignedIn.as(address.startsWith("exchange") ? supplier : address.startsWith("onboardings") ? people.processManager() : people.sales(), "ru");
        open(address);

        assertThat(notices()).isEmpty();
        assertThat(getCurrentView()).isNotInstanceOf(ErrorPage.class);
    }

    /** As a browser has it. */
    private void openAndShow(String address) {
        open(address);
        roundTrip();
    }

    private Button buttonAlsoHidden(String text) {
        return descendants(UI.getCurrent()).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getText().equals(text)).findFirst().orElseThrow();
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ForgedRequestsIT::descendants));
    }

    private static void fill(Component field, String value) {
        fill(new MapSyncRpcHandler(), field, value);
    }

    private static void fill(MapSyncRpcHandler handler, Component field, String value) {
        ObjectNode change = of(field).put("type", "mSync").put("feature", OF_PROPERTIES).put("property", "value").put("value", value);
        send(() -> handler.handle(UI.getCurrent(), change).ifPresent(Runnable::run));
    }

    private static void call(Component component, String method, int... arguments) {
        ObjectNode call = call(method, component);
        var values = call.putArray("templateEventMethodArgs");
        for (int argument : arguments) {
            values.add(argument);
        }
        send(() -> new PublishedServerEventHandlerRpcHandler().handle(UI.getCurrent(), call));
    }

    private static ObjectNode call(String method, Component component) {
        return of(component).put("type", "publishedEventHandler").put("templateEventMethodName", method);
    }
}
