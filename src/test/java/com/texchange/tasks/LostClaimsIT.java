package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.TaskSamples.SampleTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may not do a task any more does not keep it from others. */
@TasksModuleTest
class LostClaimsIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    LostClaims claims;
    @Autowired
    Tasks tasks;
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
    private SampleTask task;

    @BeforeEach
    void borisHasATask() {
        anna = samples.distributor("Anna");
        boris = samples.colleague(anna, "Boris");
        task = samples.open(anna, null);
        tasks.claim(task.key(), boris);
        clearInvocations(changes);
    }

    @Test
    void whatSomebodyHasTakenWhoIsSwitchedOffIsFreeAgain() {
        assertThat(tasks.openCount(anna)).isZero();
        jdbc.sql("update account set enabled = false where id = ?").param(boris.id().value()).update();

        claims.release(boris.id());
        claims.release(boris.id());

        assertThat(inbox.find(task.key(), anna).orElseThrow().assignee()).isNull();
        assertThat(tasks.openCount(anna)).isEqualTo(1);
        verify(engine, times(1)).unassignTask(task.key());
        verify(changes, times(1)).publish(new Change(Change.Topic.TASKS, anna.groups().iterator().next()));
        assertThat(jdbc.sql("select actor || ' ' || kind from audit_entry where subject_id = ? and companies @> array[?] order by id desc limit 1")
                .param(String.valueOf(task.key())).param(anna.companyId().value()).query(String.class).single()).isEqualTo(" TASK_RELEASED");
    }

    @Test
    void soIsWhatSomebodyHasWhoOnlyReadsFromNowOn() {
        jdbc.sql("update account set position = 'READER' where id = ?").param(boris.id().value()).update();

        claims.release(boris.id());

        assertThat(inbox.find(task.key(), anna).orElseThrow().assignee()).isNull();
    }

    @Test
    void soIsWhatSomebodyHasWhoIsNotOfTheSalesDepartmentAnyMore() {
        Actor seller = samples.person("Seller", Role.SALES, null);
        Actor other = samples.person("Other seller", Role.SALES, null);
        SampleTask request = samples.open(seller, null);
        tasks.claim(request.key(), seller);
        claims.release(seller.id());
        assertThat(inbox.find(request.key(), other).orElseThrow().assignee()).isEqualTo(seller.id());
        jdbc.sql("delete from account_role where account = ?").param(seller.id().value()).update();

        claims.release(seller.id());

        assertThat(inbox.find(request.key(), other).orElseThrow().assignee()).isNull();
    }

    @Test
    void whoMayDoATaskKeepsIt() {
        claims.release(boris.id());

        assertThat(inbox.find(task.key(), anna).orElseThrow().assignee()).isEqualTo(boris.id());
        verify(engine, never()).unassignTask(task.key());
    }
}
