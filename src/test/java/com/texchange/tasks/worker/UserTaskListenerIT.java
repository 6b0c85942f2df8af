package com.texchange.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Moments;
import com.texchange.common.Position;
import com.texchange.partners.TimeZones;
import com.texchange.process.UserTaskGone;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.SampleForm;
import com.texchange.tasks.TaskSamples;
import com.texchange.tasks.TaskSamples.SampleTask;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.TasksModuleTest;
import com.texchange.tasks.UserTask;
import com.texchange.tasks.UserTaskOffered;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@TasksModuleTest
@RecordApplicationEvents
class UserTaskListenerIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    Inbox inbox;
    @Autowired
    Tasks tasks;
    @Autowired
    DataSource database;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TimeZones zones;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ApplicationEventPublisher events;

    private HeardChanges changes;

    @BeforeEach
    void listen() throws SQLException {
        changes = new HeardChanges(database);
    }

    @AfterEach
    void listenNoMore() throws SQLException {
        changes.close();
    }

    @Test
    void createdTaskIsInTheInboxOfItsGroup() {
        Actor anna = samples.distributor("Anna");
        Instant due = Moments.endOfDay(Instant.now().plus(3, ChronoUnit.DAYS), zones.operator());

        SampleTask told = samples.open(anna, due);

        UserTask task = inbox.find(told.key(), anna).orElseThrow();
        assertThat(task.elementId()).isEqualTo(SampleForm.ELEMENT);
        assertThat(task.subjectId()).isEqualTo(told.subjectId());
        assertThat(task.subject()).contains(told.subjectId().toString());
        assertThat(task.candidateGroups()).isEqualTo(anna.groups());
        assertThat(task.dueAt()).isEqualTo(due);
        assertThat(task.priority()).isEqualTo(50);
        assertThat(task.assignee()).isNull();
        assertThat(task.state()).isEqualTo(UserTask.State.OPEN);
    }

    @Test
    void aTaskIsDueAtTheEndOfItsDayByTheClockOfThoseWhoDoIt() {
        Actor anna = samples.distributor("Anna");
        zones.choose(ZoneId.of("Asia/Vladivostok"), new Actor(anna.id(), anna.name(), anna.email(), anna.roles(), anna.companyId(),
                Position.ADMINISTRATOR));
        Instant inThreeDays = Instant.now().plus(3, ChronoUnit.DAYS);

        SampleTask told = samples.open(anna, inThreeDays);

        Instant end = Moments.endOfDay(inThreeDays, ZoneId.of("Asia/Vladivostok"));
        assertThat(inbox.find(told.key(), anna).orElseThrow().dueAt()).isEqualTo(end);
        told.tellAssigned(anna.id().toString());
        assertThat(inbox.find(told.key(), anna).orElseThrow().dueAt()).isEqualTo(end);
    }

    @Test
    void aTermOfHoursIsMeantToTheMinute() {
        Actor anna = samples.distributor("Anna");
        Instant due = Instant.now().plus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

        assertThat(inbox.find(samples.open(anna, due).key(), anna).orElseThrow().dueAt()).isEqualTo(due);
    }

    @Test
    void everyEventIsPublishedToTheGroupsAndTheAssignee() throws SQLException {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);
        assertThat(changes.heard()).contains(new Change(Change.Topic.TASKS, anna.groups().iterator().next()));

        told.tellAssigned(anna.id().toString());

        assertThat(changes.heard()).contains(new Change(Change.Topic.TASKS, anna.id().toString()));
    }

    @Test
    void releaseIsPublishedToThePersonWhoHadTheTask() throws SQLException {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);
        told.tellAssigned(anna.id().toString());
        changes.heard();

        told.tellAssigned(null);

        assertThat(changes.heard()).contains(new Change(Change.Topic.TASKS, anna.id().toString()));
        assertThat(inbox.find(told.key(), anna).orElseThrow().assignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"creating", "assigning", "updating", "completing", "canceling"})
    void anyEventMayBeTheFirstAndMayComeTwice(String event) throws SQLException {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.unknown(anna);
        long job = TaskSamples.nextKey();

        told.tell(event, job, null);
        Map<String, Object> once = row(told);
        changes.heard();
        told.tell(event, job, null);

        assertThat(row(told)).isEqualTo(once);
        assertThat(changes.heard()).doesNotContain(new Change(Change.Topic.TASKS, anna.groups().iterator().next()),
                new Change(Change.Topic.TASKS, anna.id().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completing", "canceling"})
    void lateEventsDoNotReopenAFinishedTask(String end) {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.unknown(anna);
        long creating = TaskSamples.nextKey();
        long assigning = TaskSamples.nextKey();
        told.tell(end);

        told.tell("creating", creating, null);
        told.tell("assigning", assigning, anna.id().toString());

        assertThat(inbox.find(told.key(), anna)).isEmpty();
        assertThat(row(told)).containsEntry("assignee", null);
        assertThat(row(told).get("finished_at")).isNotNull();
    }

    @Test
    void laterEventShowsThatACompletionWasDenied() {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);
        told.tell("completing");
        assertThat(inbox.find(told.key(), anna)).isEmpty();

        told.tell("updating");

        assertThat(inbox.find(told.key(), anna).orElseThrow().state()).isEqualTo(UserTask.State.OPEN);
        assertThat(row(told)).containsEntry("finished_at", null);
    }

    @Test
    void decisionStaysSubmittedUntilTheEngineCompletes() {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);
        transaction.executeWithoutResult(status -> tasks.submit(told.key(), anna, Map.of()));

        told.tell("updating");
        assertThat(inbox.find(told.key(), anna).orElseThrow().state()).isEqualTo(UserTask.State.SUBMITTED);
        told.tell("completing");

        assertThat(inbox.find(told.key(), anna)).isEmpty();
        assertThat(row(told)).containsEntry("state", "COMPLETED").containsEntry("submitted_by", anna.id().value());
    }

    @Test
    void ownClaimOutweighsAssignmentsThatTheEngineMadeBefore() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask told = samples.open(anna, null);
        tasks.claim(told.key(), anna);
        tasks.release(told.key(), anna);
        tasks.claim(told.key(), boris);

        told.tellAssigned(anna.id().toString());
        told.tellAssigned(null);
        assertThat(inbox.find(told.key(), anna).orElseThrow().assignee()).isEqualTo(boris.id());
        told.tellAssigned(boris.id().toString());
        assertThat(inbox.find(told.key(), anna).orElseThrow().assignee()).isEqualTo(boris.id());
        told.tellAssigned(anna.id().toString());

        assertThat(inbox.find(told.key(), anna).orElseThrow().assignee()).isEqualTo(anna.id());
    }

    @Test
    void somebodyWithoutAnAccountIsNoAssignee() {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);

        told.tellAssigned("operator-in-tasklist");
        assertThat(inbox.find(told.key(), anna).orElseThrow().assignee()).isNull();
        told.tellAssigned("00000000-0000-4000-8000-00000000abcd");

        assertThat(inbox.find(told.key(), anna).orElseThrow().assignee()).isNull();
    }

    @Test
    void elementWithoutAFormIsNamedByItsId() {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.unknown(anna);

        told.tell("creating", "Task_WithoutForm", TaskSamples.nextKey(), null);

        assertThat(inbox.find(told.key(), anna).orElseThrow().subject()).isEqualTo("Task_WithoutForm");
    }

    @Test
    void taskThatTheEngineDoesNotHaveLeavesTheInbox() throws SQLException {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);
        transaction.executeWithoutResult(status -> tasks.submit(told.key(), anna, Map.of()));
        changes.heard();

        events.publishEvent(new UserTaskGone(told.key()));

        assertThat(row(told)).containsEntry("state", "CANCELED");
        assertThat(changes.heard()).contains(new Change(Change.Topic.TASKS, anna.groups().iterator().next()));
    }

    @Test
    void taskThatIsGoneAfterItsCompletionStaysCompleted() {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.open(anna, null);
        told.tell("completing");

        events.publishEvent(new UserTaskGone(told.key()));

        assertThat(row(told)).containsEntry("state", "COMPLETED");
    }

    @Test
    void newTaskIsOfferedToItsOwnerOnce(ApplicationEvents published) {
        Actor anna = samples.distributor("Anna");
        SampleTask told = samples.unknown(anna);
        long creating = TaskSamples.nextKey();
        told.tell("creating", creating, null);
        told.tell("creating", creating, null);
        told.tell("updating");
        told.tell("completing");
        SampleTask finished = samples.unknown(anna);
        finished.tell("canceling");

        assertThat(published.stream(UserTaskOffered.class)).singleElement().extracting(UserTaskOffered::task)
                .returns(told.key(), UserTask::key).returns(told.subjectId(), UserTask::subjectId)
                .returns(SampleForm.ELEMENT, UserTask::elementId).returns(anna.groups(), UserTask::candidateGroups);
    }

    @Test
    void newerTaskClosesThoseLeftOver() {
        Actor anna = samples.distributor("Anna");
        SampleTask open = samples.open(anna, null);
        SampleTask other = samples.open(anna, null);
        SampleTask newer = samples.nextOf(open);

        newer.tell("creating");

        assertThat(row(open)).containsEntry("state", "CANCELED");
        assertThat(row(newer)).containsEntry("state", "OPEN");
        assertThat(row(other)).containsEntry("state", "OPEN");
        open.tell("updating");
        assertThat(row(open)).containsEntry("state", "CANCELED");
    }

    @Test
    void newerTaskClosesOneThatIsOnItsWayButNoFinishedOne() {
        Actor anna = samples.distributor("Anna");
        SampleTask finished = samples.open(anna, null);
        finished.tell("completing");
        SampleTask submitted = samples.nextOf(finished);
        submitted.tell("creating");
        transaction.executeWithoutResult(status -> tasks.submit(submitted.key(), anna, Map.of()));

        samples.nextOf(finished).tell("creating");

        assertThat(row(submitted)).containsEntry("state", "CANCELED");
        assertThat(row(finished)).containsEntry("state", "COMPLETED");
    }

    @Test
    void lateNewsOfAnOlderTaskClosesNothing(ApplicationEvents published) {
        Actor anna = samples.distributor("Anna");
        SampleTask older = samples.unknown(anna);
        SampleTask newer = samples.nextOf(older);
        newer.tell("creating");

        older.tell("creating");

        assertThat(row(newer)).containsEntry("state", "OPEN");
        assertThat(row(older)).containsEntry("state", "CANCELED");
        assertThat(published.stream(UserTaskOffered.class)).extracting(offered -> offered.task().key())
                .containsExactly(newer.key());
    }

    private Map<String, Object> row(SampleTask task) {
        return jdbc.sql("select * from user_task where task_key = :key").param("key", task.key())
                .query((row, number) -> {
                    Map<String, Object> values = new HashMap<>();
                    for (String column : new String[] {"state", "assignee", "submitted_by", "finished_at", "last_job",
                        "subject", "created_at"}) {
                        values.put(column, row.getObject(column));
                    }
                    return values;
                }).single();
    }
}
