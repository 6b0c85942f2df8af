package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.EarlierDatabase;
import com.texchange.testing.WithoutProcess;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An installation from before there were administrators of the operator, and tasks for a company's administrators alone. */
@WithoutProcess
class RolesMigrationIT {

    private static final int LAST_BEFORE = 68;

    @Autowired
    EarlierDatabase databases;

    @Test
    void processManagersAdministerTheOperatorAndTasksAboutGrantsAreThoseOfAdministrators() {
        DataSource database = databases.at(LAST_BEFORE);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("""
                insert into company (id, version, name, supplier, distributor, created_at) values (%1$s, 1, 'D', false, true, now());
                insert into account (id, version, email, name, company_id, language, enabled, created_at, position)
                    values (%1$s, 1, 'a@example.com', 'A', %1$s, 'en', true, now(), 'ADMINISTRATOR'),
                        (%2$s, 1, 'b@example.com', 'B', %1$s, 'en', true, now(), 'LICENSE_MANAGER'),
                        (%3$s, 1, 'c@example.com', 'C', null, 'en', true, now(), 'LICENSE_MANAGER'),
                        (%4$s, 1, 'd@example.com', 'D', null, 'en', true, now(), 'LICENSE_MANAGER');
                insert into account_role (account, role) values (%3$s, 'PROCESS_MANAGER'), (%4$s, 'SALES'), (%1$s, 'DISTRIBUTOR');
                """.formatted(id(1), id(2), id(3), id(4)));
        task(jdbc, 1, "Task_DecideGrant", 2);
        task(jdbc, 2, "Task_DecideGrant", 1);
        task(jdbc, 3, "Task_AcceptInvitation", 2);

        databases.takeOver(database);

        assertThat(jdbc.queryForList("select account from account_role where role = 'ADMINISTRATOR'", UUID.class))
                .containsExactly(new UUID(0, 3));
        assertThat(jdbc.queryForList("select candidate_groups[1] || ' ' || coalesce(assignee::text, '-') from user_task order by task_key",
                String.class)).containsExactly("administrators-" + new UUID(0, 1) + " -",
                        "administrators-" + new UUID(0, 1) + " " + new UUID(0, 1), "company-" + new UUID(0, 1) + " " + new UUID(0, 2));
    }

    private static void task(JdbcTemplate jdbc, long key, String element, long assignee) {
        jdbc.update("""
                insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject, search_text,
                    candidate_groups, assignee, priority, state, created_at, last_job)
                values (?, ?, 'p', 1, ?, 's', 's', array['company-' || ?], ?, 50, 'OPEN', now(), 1)""",
                key, element, new UUID(1, key), new UUID(0, 1).toString(), new UUID(0, assignee));
    }

    private static String id(long number) {
        return "'" + new UUID(0, number) + "'";
    }
}
