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

    @Test
    void tasksComeByDueDateWithThoseWithoutOneLast() {
        Actor anna = samples.distributor("Anna");
        SampleTask whenever = samples.open(anna, null);
        SampleTask later = samples.open(anna, in(Duration.ofDays(3)));
        SampleTask overdue = samples.open(anna, in(Duration.ofDays(-1)));

        assertThat(keys(anna, TaskFilter.ALL)).containsExactly(overdue.key(), later.key(), whenever.key());
        assertThat(inbox.page(anna, TaskQuery.of(TaskFilter.ALL), 1, 1)).extracting(UserTask::key).containsExactly(later.key());
        assertThat(inbox.page(anna, TaskQuery.of(TaskFilter.ALL), 3, 50)).isEmpty();
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

    private List<Long> keys(Actor actor, TaskFilter filter) {
        return inbox.page(actor, TaskQuery.of(filter), 0, 50).stream().map(UserTask::key).toList();
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }
}
