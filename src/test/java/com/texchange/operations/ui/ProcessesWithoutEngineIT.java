package com.texchange.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.onboarding.Journey;
import com.texchange.process.FailedSteps;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.grid.Grid;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.search.request.IncidentSearchRequest;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.SearchResponse;
import io.grpc.Status;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process managers' page with an engine whose answers the test chooses; PostgreSQL is real. */
@WithoutProcess
class ProcessesWithoutEngineIT extends Page {

    @Autowired
    CamundaClient client;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    FailedSteps steps;
    private Actor manager;

    @BeforeEach
    void processManager() {
        manager = people.processManager();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Camunda сейчас не отвечает | Решения пользователей сохраняются",
        "en | Camunda does not answer now | Decisions of people are kept"})
    void anEngineThatIsAwayIsToldAndTheRestIsShown(String language, String title, String text) {
        searchesFail(new ClientStatusException(Status.UNAVAILABLE, null));
        SignedIn.as(manager, language);
        open("processes");

        awaitWords(title);
        assertThat(words()).contains(text);
        assertThat(find(FigureCard.class).all()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | В Camunda нельзя искать | Найти потерянные процессы | Восстановить процессы можно и без поиска",
        "en | Camunda cannot be searched | Find lost processes | You can re-create processes without the search"})
    void aClusterWithoutSecondaryStorageIsTold(String language, String title, String compare, String blind) {
        searchesFail(new ClientHttpException(403, "Forbidden"));
        journey.invite(people.supplier(), TestPeople.anyEmail());
        SignedIn.as(manager, language);
        open("processes");
        awaitWords(title);

        open("processes/engine");
        click(compare);

        awaitWords(blind);
        assertThat(words()).contains(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Вмешательство не требуется | Шаг, который пять раз завершится сбоем, появится здесь сам | Сбоев нет",
        "en | Nothing to do here | A step that fails five times appears here by itself | No failures"})
    void withoutAFailedStepThePageSaysSoOnce(String language, String calm, String text, String again) {
        nothingIsFound();
        // Those of other tests stay in sight until the outcome can be seen in an engine, which here shows nothing.
        jdbc.sql("delete from step_retry").update();
        SignedIn.as(manager, language);
        open("processes");

        awaitWords(calm);
        assertThat(words()).contains(text).doesNotContain(again);
    }

    @Test
    void whereTheEngineDoesNotAnswerNobodyIsToldThatStepsAreBeingTriedAgain() {
        searchesFail(new ClientStatusException(Status.UNAVAILABLE, null));

        assertThatThrownBy(() -> steps.retryAll(manager)).isInstanceOf(RefusedException.class).hasMessage("process.refused.unreachable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | После повтора выполнено: 2. Шаг: Отправить приглашение | Снова сбой: 1. Шаг: Отправить приглашение",
        "en | Went on after another try: 2. Step: Send the invitation | Failed once more: 1. Step: Send the invitation"})
    void ofStepsWithOneNameEachOutcomeIsTold(String language, String wentOn, String failed) {
        nothingIsFound();
        List<Long> incidents = List.of(tried("WENT_ON"), tried("WENT_ON"), tried("FAILED"));
        try {
            SignedIn.as(manager, language);
            open("processes");

            until(() -> notices().stream().anyMatch(notice -> notice.contains(failed)));
            assertThat(notices()).anyMatch(notice -> notice.contains(wentOn));
        } finally {
            incidents.forEach(incident -> jdbc.sql("delete from step_retry where incident_key = ?").param(incident).update());
        }
    }

    /** By the person, and finished when the page is open. @return the incident's key */
    private long tried(String outcome) {
        long key = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        jdbc.sql("""
                insert into step_retry (incident_key, element_instance_key, process_instance_key, element_id, failed_since, requested_by,
                    requested_at, taken_at, outcome, finished_at)
                values (?, ?, 1, 'Task_SendInvitation', now(), ?, now(), now(), ?, now() + interval '1 hour')
                """).params(key, key, manager.id().value(), outcome).update();
        return key;
    }

    @Test
    void aLateTaskIsListedWithWhoHasIt() {
        long key = lateTask();
        try {
            SignedIn.as(manager, "ru");
            open("processes/late");

            Grid<?> grid = find(Grid.class).single();
            assertThat(test(grid).getCellText(0, 0)).isEqualTo("Рассмотреть заявку");
            assertThat(test(grid).getCellText(0, 3)).isEqualTo(manager.name());
        } finally {
            jdbc.sql("delete from user_task where task_key = ?").param(key).update();
        }
    }

    @Test
    void aLetterThatWasGivenUpIsListedWithTheServersAnswer() {
        String recipient = letterGivenUp();
        try {
            SignedIn.as(manager, "ru");
            open("processes/letters");

            Grid<?> grid = find(Grid.class).single();
            assertThat(test(grid).getCellText(0, 1)).isEqualTo(recipient);
            assertThat(test(grid).getCellText(0, 2)).isEqualTo("Не отправлено");
            assertThat(test(grid).getCellText(0, 4)).isEqualTo("550 no such user");
        } finally {
            jdbc.sql("delete from mail_delivery where letter_key = ?").param(recipient).update();
        }
    }

    /** As one that belongs to no onboarding, of which no page is told. */
    @Test
    void anOpenPageShowsALetterThatNobodyTellsItOf() {
        nothingIsFound();
        SignedIn.as(manager, "ru");
        open("processes/letters");
        roundTrip();

        String recipient = letterGivenUp();

        try {
            until(() -> isFirstOfLetters(recipient));
        } finally {
            jdbc.sql("delete from mail_delivery where letter_key = ?").param(recipient).update();
        }
    }

    private boolean isFirstOfLetters(String recipient) {
        if (!find(Grid.class).exists()) {
            return false;
        }
        Grid<?> letters = find(Grid.class).single();
        return test(letters).getCellText(0, 1).equals(recipient);
    }

    @Test
    void aCommandThatTheEngineDoesNotTakeIsListed() {
        String target = "message-" + UUID.randomUUID();
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                values ('engine-command', ?, now() + interval '10 years', false, 1000000, 1)
                """).param(target + "/0000000000000000001").update();
        try {
            SignedIn.as(manager, "en");
            open("processes/commands");

            Grid<?> grid = find(Grid.class).single();
            assertThat(test(grid).getCellText(0, 0)).isEqualTo("Message to a process");
            assertThat(test(grid).getCellText(0, 1)).isEqualTo(target.substring("message-".length()));
        } finally {
            jdbc.sql("delete from scheduled_tasks where task_instance like ?").param(target + "%").update();
        }
    }

    @Test
    void theListThatTheAddressNamesTakesThePlaceOfTheOneBefore() {
        long key = lateTask();
        String recipient = letterGivenUp();
        try {
            SignedIn.as(manager, "ru");
            open("processes/late");
            Grid<?> tasks = find(Grid.class).single();
            assertThat(test(tasks).getCellText(0, 0)).isEqualTo("Рассмотреть заявку");

            open("processes/letters");

            Grid<?> letters = find(Grid.class).single();
            assertThat(test(letters).getCellText(0, 1)).isEqualTo(recipient);
        } finally {
            jdbc.sql("delete from user_task where task_key = ?").param(key).update();
            jdbc.sql("delete from mail_delivery where letter_key = ?").param(recipient).update();
        }
    }

    /** The longest overdue of all. */
    private long lateTask() {
        long key = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        jdbc.sql("""
                insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject,
                    candidate_groups, assignee, priority, state, created_at, due_at, last_job)
                values (?, 'Task_RegisterDistributor', 'distributor-registration', 1, ?, 'x', '{}', ?, 50, 'OPEN', now(), ?, 1)
                """).params(key, UUID.randomUUID(), manager.id().value(),
                        Timestamp.from(Instant.parse("2000-01-01T00:00:00Z"))).update();
        return key;
    }

    /** @return its recipient, which is its key as well */
    private String letterGivenUp() {
        String recipient = TestPeople.anyEmail();
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, state, attempts, last_error,
                    queued_at, finished_at)
                values (?, ?, 'invitation', ?, 'Приглашение', 'FAILED', 3, '550 no such user', now() + interval '1 hour', now())
                """).params(UUID.randomUUID(), recipient, recipient).update();
        return recipient;
    }

    private void searchesFail(ClientException failure) {
        when(client.newIncidentSearchRequest()).thenThrow(failure);
        when(client.newVariableSearchRequest()).thenThrow(failure);
    }

    @SuppressWarnings("unchecked")
    private void nothingIsFound() {
        IncidentSearchRequest request = mock(Answers.RETURNS_SELF);
        SearchResponse<Incident> nothing = mock(Answers.RETURNS_DEEP_STUBS);
        CamundaFuture<SearchResponse<Incident>> answer = mock();
        when(nothing.items()).thenReturn(List.of());
        when(nothing.page().totalItems()).thenReturn(0L);
        when(answer.join(anyLong(), any())).thenReturn(nothing);
        when(request.send()).thenReturn(answer);
        when(client.newIncidentSearchRequest()).thenReturn(request);
    }
}
