package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Role;
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
    void eachPersonHasSwitchesAndAQueryOfTheirOwn() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        TaskQuery query = new TaskQuery(TaskFilter.OVERDUE, "Task_X", "Ёлка 65506", TaskSort.PRIORITY);

        settings.save(query, anna);
        settings.save(new Switches(false, false, true), anna);
        assertThat(settings.lastQuery(anna)).isEqualTo(query);
        settings.save(TaskQuery.DEFAULT, anna);

        assertThat(settings.lastQuery(anna)).isEqualTo(TaskQuery.DEFAULT);
        assertThat(settings.switches(anna)).isEqualTo(new Switches(false, false, true));
        assertThat(settings.wantsOverdueLetters(anna.id())).isFalse();
        assertThat(settings.lastQuery(boris)).isEqualTo(TaskQuery.DEFAULT);
        assertThat(settings.switches(boris)).isEqualTo(new Switches(true, true, false));
        assertThat(settings.wantsOverdueLetters(boris.id())).isTrue();
    }

    @Test
    void whatAnotherVersionHasStoredIsAsUsual() {
        Actor anna = samples.distributor("Anna");
        jdbc.sql("insert into inbox_setting (account, shown, sort) values (?, 'STARRED', 'COLOR')")
                .param(anna.id().value()).update();

        assertThat(settings.lastQuery(anna)).isEqualTo(TaskQuery.DEFAULT);
    }
}
