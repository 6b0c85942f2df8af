package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.TaskSamples.SampleTask;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@TasksModuleTest
class TaskHandoverIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    Tasks tasks;
    @Autowired
    TaskHandover handover;
    @Autowired
    TaskNotes notes;
    @Autowired
    Inbox inbox;
    @Autowired
    EngineCommands engine;
    @Autowired
    ChangeFeed changes;
    @Autowired
    JdbcClient jdbc;
    private Actor anna;
    private Actor boris;
    private Actor clara;
    private SampleTask task;

    @BeforeEach
    void people() {
        anna = samples.distributor("Anna");
        boris = samples.colleague(anna, "Boris");
        clara = samples.colleague(anna, "Clara");
        task = samples.open(anna, null);
    }

    @Test
    void freeAndOwnTasksAreGivenToColleagues() {
        handover.reassign(task.key(), boris.id(), anna);
        assertThat(assignee()).isEqualTo("Boris");
        handover.reassign(task.key(), clara.id(), boris);

        assertThat(assignee()).isEqualTo("Clara");
        verify(engine).assignTask(task.key(), boris.id().toString());
        verify(engine).assignTask(task.key(), clara.id().toString());
        verify(changes).publish(new Change(Change.Topic.TASKS, clara.id().toString()));
        assertThat(notes.of(task.key(), anna)).extracting(TaskNote::kind, TaskNote::author, TaskNote::person)
                .containsExactly(tuple(TaskNote.Kind.HANDED_OVER, "Anna", "Boris"),
                        tuple(TaskNote.Kind.HANDED_OVER, "Boris", "Clara"));
    }

    @Test
    void whatAColleagueHasIsNotGivenAwayAndTheRefusalSaysWhoHasIt() {
        tasks.claim(task.key(), boris);

        RefusedException refusal = catchThrowableOfType(RefusedException.class,
                () -> handover.reassign(task.key(), clara.id(), anna));

        assertThat(refusal.messageKey()).isEqualTo("tasks.refused.claimed");
        assertThat(refusal.arguments()).containsExactly("Boris");
        assertThat(assignee()).isEqualTo("Boris");
    }

    @Test
    void onlyPeopleOfTheGroupGetTheTask() {
        Actor stranger = samples.distributor("Stranger");
        Actor supplier = samples.person("Supplier", Role.SUPPLIER, anna.companyId());
        jdbc.sql("update account set enabled = false where id = ?").param(clara.id().value()).update();

        assertThat(handover.colleagues(task.key(), anna)).extracting(GroupMember::id).containsExactly(boris.id());
        for (Actor other : List.of(stranger, supplier, clara)) {
            assertThat(catchThrowableOfType(RefusedException.class,
                    () -> handover.reassign(task.key(), other.id(), anna)).messageKey())
                    .isEqualTo("tasks.refused.notOfGroup");
        }
        assertThat(assignee()).isNull();
        verify(engine, never()).assignTask(eq(task.key()), any());
    }

    @Test
    void salesPeopleHandTasksToEachOther() {
        Actor seller = samples.person("Seller", Role.SALES, null);
        Actor other = samples.person("Other seller", Role.SALES, null);
        SampleTask registration = samples.open(seller, null);

        assertThat(handover.colleagues(registration.key(), seller)).extracting(GroupMember::id)
                .contains(other.id()).doesNotContain(seller.id(), anna.id());
    }

    @Test
    void aTaskIsTakenOverFromWhoHasIt() {
        tasks.claim(task.key(), boris);

        handover.takeOver(task.key(), boris.id(), anna);

        assertThat(assignee()).isEqualTo("Anna");
        verify(engine).assignTask(task.key(), anna.id().toString());
        assertThat(notes.of(task.key(), boris)).singleElement()
                .returns(TaskNote.Kind.TAKEN_OVER, TaskNote::kind).returns("Boris", TaskNote::person);
    }

    @Test
    void whoHasItMeanwhileIsNotRobbedByMistake() {
        tasks.claim(task.key(), clara);

        RefusedException refusal = catchThrowableOfType(RefusedException.class,
                () -> handover.takeOver(task.key(), boris.id(), anna));

        assertThat(refusal.arguments()).containsExactly("Clara");
        assertThat(assignee()).isEqualTo("Clara");
    }

    @Test
    void takingOverWhatIsFreeByNowIsAClaim() {
        handover.takeOver(task.key(), boris.id(), anna);
        clearInvocations(engine);
        handover.takeOver(task.key(), boris.id(), anna);

        assertThat(assignee()).isEqualTo("Anna");
        assertThat(notes.of(task.key(), anna)).isEmpty();
        verify(engine, never()).assignTask(eq(task.key()), any());
    }

    @Test
    void strangersMoveNothing() {
        Actor stranger = samples.distributor("Stranger");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> handover.reassign(task.key(), boris.id(), stranger));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> handover.takeOver(task.key(), boris.id(), stranger));
        assertThat(handover.colleagues(task.key(), stranger)).isEmpty();
        assertThat(assignee()).isNull();
    }

    @Test
    void whatIsDoneIsNotHandedOn() {
        task.tell("completing");

        assertThat(catchThrowableOfType(RefusedException.class,
                () -> handover.reassign(task.key(), boris.id(), anna)).messageKey()).isEqualTo("tasks.refused.gone");
    }

    private String assignee() {
        return inbox.find(task.key(), anna).orElseThrow().assigneeName();
    }
}
