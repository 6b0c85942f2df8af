package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.RefusedException;
import com.texchange.tasks.TaskSamples.SampleTask;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@TasksModuleTest
class TaskNotesIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    TaskNotes notes;
    @Autowired
    Inbox inbox;
    @Autowired
    ChangeFeed changes;
    @Autowired
    JdbcClient jdbc;
    private Actor anna;
    private SampleTask task;

    @BeforeEach
    void open() {
        anna = samples.distributor("Anna");
        task = samples.open(anna, null);
    }

    @Test
    void colleaguesReadWhoSaidWhatInOrderAndTheListCountsIt() {
        Actor boris = samples.colleague(anna, "Boris");
        clearInvocations(changes);
        notes.comment(task.key(), "  Called\u00A0them.\u202E\u2028Call again on Monday. ", anna);
        notes.comment(task.key(), "Done", boris);

        assertThat(notes.of(task.key(), boris)).extracting(TaskNote::author, TaskNote::text).containsExactly(
                tuple("Anna", "Called them.\nCall again on Monday."),
                tuple("Boris", "Done"));
        assertThat(inbox.find(task.key(), anna).orElseThrow().comments()).isEqualTo(2);
        assertThat(inbox.page(anna, TaskQuery.DEFAULT, 0, 5)).singleElement().returns(2, UserTask::comments);
        verify(changes, times(2))
                .publish(new Change(Change.Topic.TASKS, anna.groups().iterator().next()));
    }

    @Test
    void strangersNeitherReadNorWrite() {
        Actor stranger = samples.distributor("Stranger");
        notes.comment(task.key(), "Secret", anna);

        assertThat(notes.of(task.key(), stranger)).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> notes.comment(task.key(), "Hello", stranger));
    }

    @Test
    void emptyAndOverlongTextsAreRefused() {
        for (String text : List.of("", "  \n ", "\0")) {
            assertThat(refusal(text)).isEqualTo("tasks.refused.noComment");
        }
        assertThat(refusal("x".repeat(TaskNotes.MAX_TEXT + 1))).isEqualTo("tasks.refused.longComment");
        notes.comment(task.key(), "я".repeat(TaskNotes.MAX_TEXT), anna);

        assertThat(notes.of(task.key(), anna)).hasSize(1);
    }

    @Test
    void whatIsDoneIsReadOnly() {
        notes.comment(task.key(), "Before", anna);
        task.tell("completing");

        assertThat(refusal("After")).isEqualTo("tasks.refused.gone");
        assertThat(notes.of(task.key(), anna)).extracting(TaskNote::text).containsExactly("Before");
    }

    @Test
    void whatWasSaidGoesOnWithATaskThatIsBegunAnew() {
        notes.comment(task.key(), "Still true", anna);
        SampleTask anew = samples.nextOf(task);
        anew.tell("creating");

        assertThat(notes.of(anew.key(), anna)).extracting(TaskNote::text).containsExactly("Still true");
    }

    @Test
    void notesOutliveTheEngine() {
        notes.comment(task.key(), "Still true", anna);
        jdbc.sql("update user_task set task_key = -nextval('retired_task_key'), state = 'CANCELED', finished_at = now() "
                + "where task_key = ?").param(task.key()).update();

        SampleTask anew = samples.nextOf(task);
        anew.tell("creating");

        assertThat(notes.of(anew.key(), anna)).extracting(TaskNote::text).containsExactly("Still true");
    }

    private String refusal(String text) {
        return catchThrowableOfType(RefusedException.class, () -> notes.comment(task.key(), text, anna)).messageKey();
    }
}
