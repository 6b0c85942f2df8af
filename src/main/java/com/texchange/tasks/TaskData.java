package com.texchange.tasks;

import com.texchange.common.EmailAddress;
import com.texchange.common.KeptAboutPeople;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has written about tasks, which stays by the account's number; and tasks that name the person, as those about a request. */
@Component
class TaskData implements KeptAboutPeople {

    private final JdbcClient jdbc;

    TaskData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(Person person) {
        return Map.of(
                "notes", jdbc.sql("select task_key, kind, written_at, text from task_note where author = :id order by id")
                        .param("id", person.id()).query().listOfRows(),
                "letterSettings", jdbc.sql("select mail_created, mail_overdue from inbox_setting where account = :id")
                        .param("id", person.id()).query().listOfRows());
    }

    @Override
    public void erase(Person person, String name, EmailAddress email) {
        jdbc.sql("delete from inbox_setting where account = :id").param("id", person.id()).update();
        for (String address : person.addresses()) {
            rename(address, name);
        }
        jdbc.sql("update user_task set assignee = null where assignee = :id and state = 'OPEN'").param("id", person.id()).update();
    }

    private void rename(String address, String name) {
        jdbc.sql("""
                update user_task t set subject = said.subject, search_text = common_search_form(said.subject)
                from (select task_key, case when right(subject, length(:email)) = :email then :name else subject end as subject
                    from user_task where position(common_search_form(:email) in search_text) > 0) said
                where t.task_key = said.task_key""")
                .param("email", address).param("name", name).update();
    }
}
