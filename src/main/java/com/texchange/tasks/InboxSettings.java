package com.texchange.tasks;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person likes the inbox: which tasks it shows and which letters it writes. One's own only. */
@Service
@Transactional
public class InboxSettings {

    private final JdbcClient jdbc;

    InboxSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person's switches. As long as none is changed: letters about overdue tasks for everybody, since somebody waits
     * for the operator or for the company then; letters about new tasks for a company's people, who are here a few times
     * a year and would not see them otherwise, and not for the sales department, who have the inbox open all day. The
     * sales department goes on to the next task by itself; a company seldom has another.
     *
     * @param mailCreated a letter about each new task
     * @param mailOverdue a letter about each task that is overdue
     * @param openNext    open the next task after each decision
     */
    public record Switches(boolean mailCreated, boolean mailOverdue, boolean openNext) {
    }

    @Transactional(readOnly = true)
    public Switches switches(Actor actor) {
        boolean sales = actor.groups().contains(Actor.SALES_GROUP);
        return jdbc.sql("""
                select coalesce(s.mail_created, not :sales) as mail_created,
                    coalesce(s.mail_overdue, true) as mail_overdue, coalesce(s.open_next, :sales) as open_next
                from (select cast(:account as uuid) as id) a left join inbox_setting s on s.account = a.id
                """)
                .param("account", actor.id().value())
                .param("sales", sales)
                .query((row, number) -> new Switches(row.getBoolean("mail_created"), row.getBoolean("mail_overdue"),
                        row.getBoolean("open_next")))
                .single();
    }

    public void save(Switches switches, Actor actor) {
        jdbc.sql("""
                insert into inbox_setting (account, mail_created, mail_overdue, open_next)
                values (:account, :created, :overdue, :next)
                on conflict (account) do update set mail_created = excluded.mail_created,
                    mail_overdue = excluded.mail_overdue, open_next = excluded.open_next
                """)
                .param("account", actor.id().value())
                .param("created", switches.mailCreated())
                .param("overdue", switches.mailOverdue())
                .param("next", switches.openNext())
                .update();
    }

    /** Whether a person wants to be written to because a task is overdue; for modules that write such letters. */
    @Transactional(readOnly = true)
    public boolean wantsOverdueLetters(AccountId person) {
        return jdbc.sql("select coalesce(mail_overdue, true) from inbox_setting where account = :account")
                .param("account", person.value())
                .query(Boolean.class).optional().orElse(true);
    }

    /** What the person chose last in the list; a link that someone else made is no choice. */
    @Transactional(readOnly = true)
    public TaskQuery lastQuery(Actor actor) {
        return jdbc.sql("select shown, element, search, sort from inbox_setting where account = :account")
                .param("account", actor.id().value())
                .query(InboxSettings::query).optional().orElse(TaskQuery.DEFAULT);
    }

    public void save(TaskQuery query, Actor actor) {
        jdbc.sql("""
                insert into inbox_setting (account, shown, element, search, sort)
                values (:account, :shown, :element, :search, :sort)
                on conflict (account) do update set shown = excluded.shown, element = excluded.element,
                    search = excluded.search, sort = excluded.sort
                """)
                .param("account", actor.id().value())
                .param("shown", query.show().name())
                .param("element", query.element())
                .param("search", query.text().replace("\0", ""))
                .param("sort", query.sort().name())
                .update();
    }

    private static TaskQuery query(ResultSet row, int number) throws SQLException {
        String text = row.getString("search");
        return new TaskQuery(known(TaskFilter.values(), row.getString("shown"), TaskFilter.ALL),
                row.getString("element"), text == null ? "" : text,
                known(TaskSort.values(), row.getString("sort"), TaskSort.DUE));
    }

    /** Another version of the application may have stored what this one does not know. */
    private static <E extends Enum<E>> E known(E[] values, @Nullable String name, E otherwise) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(otherwise);
    }
}
