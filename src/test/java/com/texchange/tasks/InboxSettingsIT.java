package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.tasks.InboxSettings.Switch;
import com.texchange.tasks.InboxSettings.Switches;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TasksModuleTest
class InboxSettingsIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    InboxSettings settings;
    @Autowired
    JdbcClient jdbc;

    @Test
    void rolesBeginWithSwitchesOfTheirOwn() {
        assertThat(settings.switches(samples.distributor("Anna"))).isEqualTo(new Switches(true, true, false));
        assertThat(settings.switches(samples.person("Seller", Role.SALES, null)))
                .isEqualTo(new Switches(false, true, true));
    }

    @Test
    void eachPersonHasSwitchesAndAChoiceOfTasksOfTheirOwn() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");

        settings.save(new TaskQuery(TaskFilter.OVERDUE, "Task_X", "65506", TaskSort.PRIORITY), anna);
        settings.turn(Switch.MAIL_CREATED, false, anna);
        settings.turn(Switch.MAIL_OVERDUE, false, anna);
        settings.turn(Switch.OPEN_NEXT, true, anna);
        assertThat(settings.last(anna)).as("without the words").isEqualTo(new TaskQuery(TaskFilter.OVERDUE, "Task_X", "", TaskSort.PRIORITY));
        settings.save(TaskQuery.DEFAULT.sorted(TaskSort.SUBJECT), anna);

        assertThat(settings.last(anna)).isEqualTo(TaskQuery.DEFAULT.sorted(TaskSort.SUBJECT));
        assertThat(settings.switches(anna)).isEqualTo(new Switches(false, false, true));
        assertThat(settings.wantsOverdueLetters(anna.id())).isFalse();
        assertThat(settings.last(boris)).isEqualTo(TaskQuery.DEFAULT);
        assertThat(settings.switches(boris)).isEqualTo(new Switches(true, true, false));
        assertThat(settings.wantsOverdueLetters(boris.id())).isTrue();
    }

    @Test
    void whatAnotherVersionHasStoredIsAsUsual() {
        Actor anna = samples.distributor("Anna");
        jdbc.sql("insert into inbox_setting (account, shown, sort) values (?, 'RED', 'COLOR')")
                .param(anna.id().value()).update();

        assertThat(settings.last(anna)).isEqualTo(TaskQuery.DEFAULT);
    }
}
