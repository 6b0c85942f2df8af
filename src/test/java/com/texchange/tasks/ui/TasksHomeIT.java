package com.texchange.tasks.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.onboarding.Journey;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sales department's home page. */
@IntegrationTest
class TasksHomeIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TaskAgenda agenda;
    @Autowired
    Tasks tasks;
    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Задачи по сроку | Зарегистрировать компанию | Просрочено | Все открытые задачи | Загрузить лицензии",
        "en | Tasks by due date | Register the company | Overdue | All open tasks | Load licenses"})
    void theLongestOverdueTaskStandsFirst(String language, String title, String task, String overdue, String all,
            String loading) {
        long key = registrationTask();
        jdbc.sql("""
                update user_task set due_at = (select least(min(due_at), now()) from user_task) - interval '1 day'
                where task_key = ?
                """).param(key).update();
        SignedIn.as(people.sales(), language);
        open("");

        assertThat(words()).contains(title, all);
        ListItem first = find(ListItem.class, find(WaitingTasks.class).single()).all().getFirst();
        assertThat(find(Anchor.class, first).single().getHref()).isEqualTo("tasks/" + key);
        assertThat(first.getElement().getTextRecursively()).startsWith(task).containsIgnoringCase(overdue);
        assertThat(find(Anchor.class).withText(loading).single().getHref()).isEqualTo("licenses/load");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ru | Новых заявок нет", "en | No new requests"})
    void withoutTasksItSaysSo(String language, String nothing) {
        Actor sales = people.sales();
        SignedIn.as(sales, language);
        open("");
        TaskAgenda empty = Mockito.mock(TaskAgenda.class);
        WaitingTasks section = new WaitingTasks(empty, tasks, sales, clock);
        UI.getCurrent().add(section);

        section.refresh();

        assertThat(section.getElement().getTextRecursively()).contains(nothing);
    }

    @Test
    void aTaskThatAnotherHasClaimedDoesNotWaitForMe() {
        Actor sales = people.sales();
        Actor colleague = people.sales();
        long key = registrationTask();
        // The engine may be about to say once more what it has said of the task.
        await().untilAsserted(() -> {
            jdbc.sql("""
                    update user_task set due_at = (select least(min(due_at), now()) from user_task) - interval '1 day'
                    where task_key = ?
                    """).param(key).update();
            assertThat(agenda.waiting(sales, 1)).extracting(UserTask::key).containsExactly(key);
        });

        tasks.claim(key, colleague);

        assertThat(agenda.waiting(sales, 50)).extracting(UserTask::key).doesNotContain(key);
        assertThat(agenda.waiting(colleague, 1)).extracting(UserTask::key).containsExactly(key);
    }

    private long registrationTask() {
        String email = TestPeople.anyEmail();
        OnboardingId onboarding = journey.invite(people.supplier(), email);
        RegistrationId registration = journey.registering(onboarding, email);
        return journey.awaitTask("Task_RegisterDistributor", registration.value()).key();
    }
}
