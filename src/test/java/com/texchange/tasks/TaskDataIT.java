package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople.Person;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of who is erased tasks say nothing any more; those of others stay as they are. */
@TasksModuleTest
class TaskDataIT {

    @Autowired
    TaskData data;
    @Autowired
    JdbcClient jdbc;
    private final String digits = UUID.randomUUID().toString().substring(0, 8);
    /** It begins with a number. */
    private final String address = "7anna" + digits + "@example.co";

    @Test
    void tasksOfALongerAddressStayAsTheyAre() {
        UUID asWord = task("ООО «Ромашка» · 7707083893", "Иван\n" + address + "m\nслово");
        UUID asLine = task("Иван · " + address + "m", "ООО «Ромашка»\n7707083893");
        UUID endsAlike = task("Иван · jo" + address, "ООО «Ромашка»\n7707083893");

        erase();

        assertThat(found(asWord)).contains("иван", digits + "examplecom", "слово");
        assertThat(found(asLine)).startsWith("Иван · " + address + "m|").contains("ромашка", "7707083893");
        assertThat(found(endsAlike)).startsWith("Иван · jo" + address + "|").contains("ромашка", "7707083893");
    }

    @Test
    void whereTheAddressStandsNothingOfThePersonIsFound() {
        UUID amongWords = task("ООО «Ромашка» · 7707083893", "Анна\n" + address + "\nслово");
        UUID lastWord = task("ООО «Лютик» · 7707083893", "Анна\n" + address);
        UUID line = task("Анна · " + address, "ООО «Ромашка»");
        UUID behindANumber = task("Анна 2 · " + address, "ООО «Ромашка»");
        UUID alone = task(address, "ООО «Ромашка»");

        erase();

        assertThat(found(amongWords)).isEqualTo("ООО «Ромашка» · 7707083893| ооо ромашка  7707083893");
        assertThat(found(lastWord)).isEqualTo("ООО «Лютик» · 7707083893| ооо лютик  7707083893");
        for (UUID named : new UUID[] {line, behindANumber, alone}) {
            assertThat(found(named)).startsWith("№ 12345678|").endsWith("12345678").doesNotContain("анна", digits);
        }
    }

    private void erase() {
        EmailAddress email = new EmailAddress(address);
        data.erase(new Person(AccountId.random(), email, Set.of(email.value())), "№ 12345678",
                new EmailAddress("erased-" + digits + "@erased.invalid"));
    }

    /** What it says, and what it is found by. */
    private String found(UUID subject) {
        return jdbc.sql("select subject || '|' || search_text from user_task where subject_id = ?").param(subject).query(String.class).single();
    }

    private UUID task(String line, String words) {
        UUID subject = UUID.randomUUID();
        jdbc.sql("""
                insert into user_task (task_key, element_id, process_id, process_instance_key, subject_id, subject, search_text,
                    candidate_groups, priority, state, created_at, finished_at, last_job)
                values (-nextval('retired_task_key'), 'Task_ConfirmColleague', 'p', 1, :subject, :line,
                    common_search_form(:line || chr(10) || :words), '{}', 50, 'COMPLETED', now(), now(), 1)""")
                .param("subject", subject).param("line", line).param("words", words).update();
        return subject;
    }
}
