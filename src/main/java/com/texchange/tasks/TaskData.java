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

    /**
     * Where the whole address stands, as a line's last word or a word of the form that is searched; the index finds where it may. In that
     * form a number at the end of a line's word and one that begins the address are one word, so the line itself is asked too.
     */
    private void rename(String address, String name) {
        jdbc.sql("""
                update user_task t set subject = said.subject, search_text = common_search_form(said.subject)
                from (select task_key, case when is_named then :name else subject end as subject
                    from (select task_key, subject, right(' ' || subject, length(:email) + 1) = ' ' || :email as is_named,
                            position(common_search_form(:email) || ' ' in translate(search_text, chr(10), ' ') || ' ') > 0 as is_found
                        from user_task where search_text like '%' || ltrim(common_search_form(:email)) || '%') near
                    where is_named or is_found) said
                where t.task_key = said.task_key""")
                .param("email", address).param("name", name).update();
    }
}
