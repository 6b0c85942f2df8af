package com.texchange.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.process.FailedSteps;
import com.texchange.process.FailingStep;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import io.camunda.client.CamundaClient;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process managers' page on the engine that all tests share: it shows other tests' processes too. */
@IntegrationTest
class ProcessesViewIT extends Page {

    @Autowired
    FailedSteps steps;
    @Autowired
    CamundaClient client;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Scheduler scheduler;
    private Actor manager;
    private FailingStep step;

    @BeforeEach
    void failingStep() {
        manager = people.processManager();
        step = new FailingStep(client, events, new IllegalArgumentException("variable 'orderId' is missing"));
    }

    @AfterEach
    void stopWorking() {
        step.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Шаги со сбоем | Отправить приглашение | Данных, нужных для этого шага, нет или они неверны | попыток: 5 | Повторить шаг «Отправить приглашение» | После повтора выполнено: 1",
        "en | Failed steps | Send the invitation | Something that this step needs is missing or malformed | attempts: 5 | Try the step “Send the invitation” again | Went on after another try: 1"})
    void aFailedStepIsToldInWordsTriedAgainAndGone(String language, String title, String name, String cause, String tries,
            String retry, String outcome) {
        OnboardingId onboarding = journey.invite(people.supplier(), TestPeople.anyEmail());
        long instance = failed(onboarding);
        open(language, "processes");
        assertThat(words()).contains(title);

        awaitWords(String.valueOf(instance));
        assertThat(words()).contains(name, cause, tries, "IllegalArgumentException: variable 'orderId' is missing");
        FailedStepRow row = row(instance);
        assertThat(find(Anchor.class, row).all()).extracting(Anchor::getHref).contains("onboardings/" + onboarding);

        step.mend();
        Button button = find(Button.class, row).single();
        assertThat(button.getAriaLabel()).contains(retry);
        test(button).click();

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(notices()).anyMatch(notice -> notice.contains(outcome));
            assertThat(rowOf(instance)).isEmpty();
        });
    }

    @Test
    void aStepThatIsBeingTriedAgainSaysSoAndCannotBeTriedTwice() {
        long instance = failed(journey.invite(people.supplier(), TestPeople.anyEmail()));
        open("ru", "processes");
        awaitWords(String.valueOf(instance));

        test(find(Button.class, row(instance)).single()).click();

        assertThat(row(instance).getElement().getTextRecursively()).contains("Повторяется");
        assertThat(find(Button.class, row(instance)).exists()).isFalse();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(notices()).anyMatch(notice -> notice.contains("Снова сбой: 1"));
            assertThat(row(instance).getElement().getTextRecursively()).contains("попыток: 6");
        });
    }

    @Test
    void anOpenPageHearsOfAStepThatFails() {
        open("ru", "processes");
        awaitWords("Работает");

        long instance = failed(journey.invite(people.supplier(), TestPeople.anyEmail()));

        awaitWords(String.valueOf(instance));
    }

    @Test
    void theHomePageShowsThatStepsStandStill() {
        failed(journey.invite(people.supplier(), TestPeople.anyEmail()));
        open("ru", "");

        awaitWords("Шагов со сбоем: ");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("processes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Найти потерянные процессы | Нет в Camunda: | Восстановить | Процессов отправлено на восстановление: 1",
        "en | Find lost processes | Missing in Camunda: | Re-create | Processes asked for: 1"})
    void aLostProcessIsFoundAndRecreated(String language, String compare, String found, String recreate, String given) {
        OnboardingId onboarding = journey.invite(people.supplier(), TestPeople.anyEmail());
        long instance = await().until(() -> instanceOf(onboarding), Optional::isPresent).orElseThrow();
        client.newCancelInstanceCommand(instance).send().join();
        open(language, "processes/engine");

        click(compare);
        awaitWords(found);
        test(find(Button.class).withText(recreate).all().getFirst()).click();

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(notices()).anyMatch(notice -> notice.contains(given));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Найти потерянные процессы | Ждут того, что уже произошло: | Сообщить ещё раз | Сообщено ещё раз: 1",
        "en | Find lost processes | Waiting for what has happened already: | Tell again | Told again: 1"})
    void aProcessThatHasMissedAMessageIsFoundAndToldAgain(String language, String compare, String found, String tell,
            String given) {
        Actor distributor = people.distributor(0);
        OnboardingId onboarding = journey.invite(people.supplier(), distributor.email().value());
        await().until(() -> instanceOf(onboarding).isPresent());
        String token = journey.token(onboarding);
        // Else whoever gives the message sends it, whatever becomes of its row.
        scheduler.pause();
        try {
            joining.follow(token, distributor);
            jdbc.sql("delete from scheduled_tasks where task_instance like ?").param("message-" + onboarding + "/%").update();
            jdbc.sql("update onboarding set stage_since = stage_since - interval '2 minutes' where id = ?")
                    .param(onboarding.value()).update();
        } finally {
            scheduler.resume();
        }
        open(language, "processes/engine");

        click(compare);
        awaitWords(found);
        // Other tests leave processes behind that wait in vain.
        ListItem line = find(ListItem.class).all().stream().filter(item -> find(Anchor.class, item).all().stream()
                .anyMatch(link -> link.getHref().endsWith(onboarding.toString()))).findFirst().orElseThrow();
        test(find(Button.class, line).withText(tell).single()).click();

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(notices()).anyMatch(notice -> notice.contains(given));
        });
        journey.awaitTask("Task_AcceptInvitation", onboarding.value());
    }

    @Test
    void oneOnboardingIsBegunWithoutTheSearch() {
        String email = TestPeople.anyEmail();
        journey.invite(people.supplier(), email);
        open("ru", "processes/engine");

        test(find(TextField.class).single()).setValue(email);
        click("Восстановить");

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(notices()).anyMatch(notice -> notice.contains("на восстановление: 1"));
        });
    }

    @Test
    void everythingIsRecreatedAfterAQuestion() {
        open("ru", "processes/engine");

        click("Восстановить все без поиска");
        test(find(ConfirmDialog.class).single()).confirm();

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(notices()).anyMatch(notice -> notice.contains("Незавершённых процессов"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPLIER", "DISTRIBUTOR", "SALES"})
    void itIsForProcessManagersOnly(String role) {
        SignedIn.as(switch (role) {
            case "SUPPLIER" -> people.supplier();
            case "DISTRIBUTOR" -> people.distributor(0);
            default -> people.sales();
        }, "ru");
        open("processes");

        assertThat(getCurrentView()).isNotInstanceOf(ProcessesView.class);
    }

    private void open(String language, String address) {
        SignedIn.as(manager, language);
        open(address);
    }

    /** @return the process instance that stands at the step */
    private long failed(OnboardingId onboarding) {
        long instance = step.start(Map.of("onboardingId", onboarding.toString()));
        await().until(() -> FailingStep.of(instance, steps, manager).isPresent());
        return instance;
    }

    private FailedStepRow row(long instance) {
        return rowOf(instance).orElseThrow();
    }

    private Optional<FailedStepRow> rowOf(long instance) {
        return find(FailedStepRow.class).all().stream()
                .filter(row -> row.shown().step().place().processInstanceKey() == instance).findFirst();
    }

    private Optional<Long> instanceOf(OnboardingId id) {
        return client.newVariableSearchRequest().filter(filter -> filter.name("onboardingId").value("\"%s\"".formatted(id)))
                .send().join().items().stream().map(variable -> variable.getProcessInstanceKey()).findFirst();
    }
}
