package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.tasks.TaskSamples.SampleTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TasksModuleTest
class InboxIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    Inbox inbox;
    @Autowired
    Tasks tasks;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    @Test
    void tasksComeByDueDateWithThoseWithoutOneLast() {
        Actor anna = samples.distributor("Anna");
        SampleTask whenever = samples.open(anna, null);
        SampleTask later = samples.open(anna, in(Duration.ofDays(3)));
        SampleTask overdue = samples.open(anna, in(Duration.ofDays(-1)));

        assertThat(keys(anna, TaskFilter.ALL)).containsExactly(overdue.key(), later.key(), whenever.key());
        assertThat(inbox.page(anna, TaskSamples.showing(TaskFilter.ALL), 1, 1)).extracting(UserTask::key).containsExactly(later.key());
        assertThat(inbox.page(anna, TaskSamples.showing(TaskFilter.ALL), 3, 50)).isEmpty();
    }

    @Test
    void filtersShowMineUnclaimedAndOverdue() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask mine = samples.open(anna, in(Duration.ofDays(-2)));
        SampleTask his = samples.open(anna, in(Duration.ofDays(-1)));
        SampleTask free = samples.open(anna, in(Duration.ofDays(1)));
        SampleTask decided = samples.open(anna, in(Duration.ofDays(2)));
        tasks.claim(mine.key(), anna);
        tasks.claim(his.key(), boris);
        transaction.executeWithoutResult(status -> tasks.submit(decided.key(), anna, Map.of()));

        assertThat(keys(anna, TaskFilter.ALL)).containsExactly(mine.key(), his.key(), free.key(), decided.key());
        assertThat(keys(anna, TaskFilter.MINE)).containsExactly(mine.key(), decided.key());
        assertThat(keys(anna, TaskFilter.UNCLAIMED)).containsExactly(free.key());
        assertThat(keys(anna, TaskFilter.OVERDUE)).containsExactly(mine.key(), his.key());
        assertThat(inbox.next(boris)).map(UserTask::key).contains(his.key());
    }

    @Test
    void codesTaxIdsAndPartsOfNamesAreFoundInAnyCase() {
        Actor anna = samples.distributor("Anna");
        // With a letter: the samples' own names have random numbers.
        SampleTask berry = samples.openAbout(anna, "N65506", "7701234567", "ООО «Ёлка и Берёзка»");
        SampleTask oak = samples.openAbout(anna, "N18902", "7809999999", "Oak 100% Ltd");

        for (String text : List.of("n65506", "N655", "7701234567", "ёлка", "ЕЛКА", "берез", "елка n65506", "  берёзка  ")) {
            assertThat(keys(anna, text)).as(text).containsExactly(berry.key());
        }
        assertThat(keys(anna, "oak")).containsExactly(oak.key());
        assertThat(keys(anna, "oak 100%")).containsExactly(oak.key());
        assertThat(keys(anna, "проба")).containsExactly(berry.key(), oak.key());
        for (String text : List.of("n65506 oak", "_", "%", "\\", "nothing")) {
            assertThat(keys(anna, text)).as(text).isEmpty();
        }
        assertThat(keys(samples.distributor("Clara"), "n65506")).isEmpty();
    }

    @Test
    void tasksComeInTheOrderThatThePersonChooses() {
        Actor anna = samples.distributor("Anna");
        SampleTask later = samples.open(anna, in(Duration.ofDays(3)));
        SampleTask soon = samples.open(anna, in(Duration.ofDays(1)));
        jdbc.sql("update user_task set priority = 80, subject = 'ёж' where task_key = ?").param(later.key()).update();
        jdbc.sql("update user_task set subject = 'Жук', created_at = created_at - interval '1 hour' where task_key = ?")
                .param(soon.key()).update();

        assertThat(keys(anna, TaskSort.DUE)).containsExactly(soon.key(), later.key());
        assertThat(keys(anna, TaskSort.PRIORITY)).containsExactly(later.key(), soon.key());
        assertThat(keys(anna, TaskSort.CREATED)).containsExactly(later.key(), soon.key());
        assertThat(keys(anna, TaskSort.SUBJECT)).containsExactly(later.key(), soon.key());
    }

    @Test
    void onlyTasksOfOneKindAreShown() {
        Actor anna = samples.distributor("Anna");
        SampleTask one = samples.open(anna, null);
        samples.unknown(anna).tell("creating", "Task_Other", TaskSamples.nextKey(), null);

        assertThat(inbox.kinds(anna)).containsExactly(SampleForm.ELEMENT, "Task_Other");
        TaskQuery query = new TaskQuery(TaskFilter.ALL, SampleForm.ELEMENT, "", TaskSort.DUE);
        assertThat(inbox.page(anna, query, 0, 50)).extracting(UserTask::key).containsExactly(one.key());
        assertThat(inbox.count(anna, query, 10)).isEqualTo(1);
        assertThat(inbox.count(anna, TaskQuery.DEFAULT, 1)).isEqualTo(1);
    }

    @Test
    void historySaysWhoDecidedAndIsForTheGroupOnly() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask open = samples.open(anna, null);
        SampleTask decided = samples.open(anna, null);
        SampleTask withdrawn = samples.open(anna, null);
        transaction.executeWithoutResult(status -> tasks.submit(decided.key(), boris, Map.of()));
        decided.tell("completing");
        withdrawn.tell("canceling");

        List<UserTask> done = inbox.page(anna, TaskSamples.showing(TaskFilter.DONE), 0, 50);

        assertThat(done).extracting(UserTask::key).containsExactly(withdrawn.key(), decided.key());
        assertThat(done.getLast().decision().by()).isEqualTo("Boris");
        assertThat(done.getLast().endedAt()).isNotNull();
        assertThat(inbox.findDone(decided.key(), anna)).isPresent();
        assertThat(inbox.findDone(open.key(), anna)).isEmpty();
        assertThat(inbox.findDone(decided.key(), samples.distributor("Clara"))).isEmpty();
        assertThat(inbox.page(anna, TaskSamples.showing(TaskFilter.DONE), Inbox.MAX_HISTORY, 50)).isEmpty();
    }

    @Test
    void nextTaskIsOneOfThoseShown() {
        Actor anna = samples.distributor("Anna");
        samples.open(anna, in(Duration.ofDays(1)));
        SampleTask wanted = samples.openAbout(anna, "N65506");

        assertThat(inbox.next(anna, new TaskQuery(TaskFilter.ALL, null, "N65506", TaskSort.DUE)))
                .map(UserTask::key).contains(wanted.key());
    }

    private List<Long> keys(Actor actor, String text) {
        return keys(actor, new TaskQuery(TaskFilter.ALL, null, text, TaskSort.DUE));
    }

    private List<Long> keys(Actor actor, TaskSort sort) {
        return keys(actor, new TaskQuery(TaskFilter.ALL, null, "", sort));
    }

    private List<Long> keys(Actor actor, TaskQuery query) {
        return inbox.page(actor, query, 0, 50).stream().map(UserTask::key).toList();
    }

    private List<Long> keys(Actor actor, TaskFilter filter) {
        return inbox.page(actor, TaskSamples.showing(filter), 0, 50).stream().map(UserTask::key).toList();
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }
}
