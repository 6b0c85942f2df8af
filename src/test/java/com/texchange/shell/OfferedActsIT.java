package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.overview.SelectionSteps;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the services refuse to a position is offered on no page: everything that can be pressed is pressed. */
@IntegrationTest
class OfferedActsIT extends Page {

    private static final Set<String> OF_POSITION = Set.of(Actor.ONLY_READS, Actor.ADMINISTRATORS_ONLY);
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Invitations invitations;
    @Autowired
    SelectionSteps steps;
    @Autowired
    Batches batches;
    @Autowired
    GrantRequests requests;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;
    private OnboardingId connected;
    private OnboardingId accepting;
    private OnboardingId invited;
    private UserTask grantTask;
    private Map<String, List<String>> samples;

    private void business() {
        supplier = people.supplier();
        distributor = people.distributor(3);
        connected = journey.connected(supplier, distributor, 1);
        accepting = journey.accepting(people.supplier(), distributor);
        invited = journey.invite(supplier, TestPeople.anyEmail());
        CompanyId company = distributor.companyAs(Role.DISTRIBUTOR);
        requests.ask(company, GrantTerms.ALL, supplier);
        grantTask = journey.awaitTask(GrantDecisions.TASK, requests.open(company, supplier).orElseThrow().id().value());
        String batch = steps.remind(new Selection.Chosen<>(Set.of(invited)), supplier).toString();
        String order = ofDistributor("select id from connection_order where distributor_id = ? limit 1");
        String license = ofDistributor("select id from license where distributor_id = ? order by number limit 1");
        String list = comparison();
        samples = Map.of("StoryView", List.of("onboarding/" + connected, "onboarding/" + accepting),
                "DistributorsView", List.of("exchange/distributors/" + connected, "exchange/distributors/" + invited),
                "SuppliersView", List.of("exchange/suppliers/" + connected, "exchange/suppliers/" + accepting),
                "TasksView", List.of("tasks", "tasks/" + grantTask.key()),
                "BatchAddress", List.of("batches/" + batch), "InvitationBatchView", List.of("exchange/distributors/import/" + batch),
                "OrderView", List.of("license-operations/" + order), "LicenseView", List.of("licenses/" + license),
                "ReconciliationView", List.of("exchange/reconciliation/" + list));
    }

    private String ofDistributor(String sql) {
        return jdbc.sql(sql).param(distributor.companyAs(Role.DISTRIBUTOR).value()).query(UUID.class).single().toString();
    }

    private String comparison() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into reconciliation (id, company_id, begun_by, begun_at, lines, compared_at)
                values (?, ?, ?, now(), 1, now())""").params(id, supplier.companyAs(Role.SUPPLIER).value(), supplier.id().value()).update();
        jdbc.sql("insert into reconciliation_line (reconciliation_id, line, number, activation_code, code) values (?, 1, '1', '2', '3')")
                .param(id).update();
        return id.toString();
    }

    @ParameterizedTest
    @CsvSource({"SUPPLIER, READER", "SUPPLIER, LICENSE_MANAGER", "DISTRIBUTOR, READER", "DISTRIBUTOR, LICENSE_MANAGER"})
    void nothingThatIsRefusedToAPositionIsOffered(Role role, Position position) {
        business();
        Actor person = people.colleague(role == Role.SUPPLIER ? supplier : distributor, position);
        SignedIn.as(person, "ru");
        List<String> addresses = addresses(person);
        assertThat(addresses).hasSizeGreaterThan(8);
        addresses.forEach(this::pressEverything);
        end();
    }

    @Test
    void aRequestForAGrantIsATaskOfAdministratorsAlone() {
        business();
        assertThat(grantTask.candidateGroups()).containsExactly("administrators-" + distributor.companyId());
        end();
    }

    private List<String> addresses(Actor person) {
        return RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                .filter(route -> mayOpen(route.getNavigationTarget(), person)).flatMap(this::samples).distinct().toList();
    }

    private static boolean mayOpen(Class<?> view, Actor person) {
        RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
        return view.isAnnotationPresent(PermitAll.class)
                || roles != null && Arrays.stream(roles.value()).map(Role::valueOf).anyMatch(person::has);
    }

    private Stream<String> samples(RouteData route) {
        List<String> of = samples.getOrDefault(route.getNavigationTarget().getSimpleName(), List.of());
        String plain = route.getTemplate().replaceAll("/?:[^/]*\\?$", "");
        assertThat(of.isEmpty() && plain.contains(":")).as("a sample address for " + route.getTemplate()).isFalse();
        return plain.contains(":") ? of.stream() : Stream.concat(Stream.of(plain), of.stream());
    }

    /** One after the other, each on the page as it was opened; a window that opens is filled in and sent. */
    private void pressEverything(String address) {
        open(address);
        select();
        for (int i = 0; i < acts().size(); i++) {
            press(acts().get(i), address);
            for (int button = 0; button < windows().size(); button++) {
                fill();
                press(windows().get(button), address);
            }
            find(Dialog.class).all().forEach(Dialog::close);
            open(address);
            select();
        }
    }

    /** The first row, so that what is done with selected ones can be pressed. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void select() {
        for (Grid grid : findInView(Grid.class).all()) {
            if (grid.getSelectionMode() == Grid.SelectionMode.MULTI && test(grid).size() > 0) {
                grid.select(test(grid).getRow(0));
            }
        }
    }

    private List<Component> acts() {
        return Stream.<Component>concat(findInView(Button.class).all().stream().filter(Button::isEnabled),
                findInView(Checkbox.class).all().stream().filter(box -> box.isEnabled() && !box.isReadOnly())).toList();
    }

    private List<Button> windows() {
        return find(Dialog.class).all().stream().flatMap(window -> find(Button.class, window).all().stream())
                .filter(Button::isEnabled).toList();
    }

    private void fill() {
        Stream.<HasValue<?, String>>concat(find(TextField.class).all().stream(), find(TextArea.class).all().stream())
                .filter(field -> !field.isReadOnly() && field.isEmpty()).forEach(field -> field.setValue("Проверка"));
    }

    private void press(Component act, String address) {
        String what = address + ": " + act.getElement().getTextRecursively() + " " + act.getElement().getAttribute("aria-label");
        assertThatCode(() -> {
            try {
                if (act instanceof Checkbox box) {
                    test(box).click();
                } else {
                    test((Button) act).click();
                }
            } catch (RefusedException refusal) {
                assertThat(refusal.messageKey()).as(what).isNotIn(OF_POSITION);
            } catch (AccessDeniedException denied) {
                throw new AssertionError(what, denied);
            } catch (RuntimeException other) {
                // What was filled in was no address, or no row was chosen: said by the form.
                assertThat(other).as(what).hasNoCause();
            }
        }).doesNotThrowAnyException();
        OF_POSITION.forEach(key -> assertThat(notices()).as(what)
                .noneMatch(notice -> notice.contains(UI.getCurrent().getTranslation(key))));
    }

    /** No onboarding is left under way. */
    private void end() {
        invitations.revoke(invited, "Проверено", supplier);
        if (journey.stage(accepting) == com.texchange.onboarding.Stage.ACCEPTING) {
            acceptance.decline(accepting, "Проверено", distributor);
        }
    }
}
