package com.texchange.tasks;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person likes the inbox: which of its tasks, in which order, and which letters it writes. One's own only. */
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

    /** What a person switches. */
    public enum Switch {
        MAIL_CREATED, MAIL_OVERDUE, OPEN_NEXT;

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional(readOnly = true)
    public Switches switches(Actor actor) {
        boolean sales = actor.groups().contains(CandidateGroup.SALES.name());
        return jdbc.sql("""
                select coalesce(s.mail_created, not :sales) as mail_created,
                    coalesce(s.mail_overdue, true) as mail_overdue, coalesce(s.open_next, :sales) as open_next
                from (select cast(:account as uuid) as id) a left join inbox_setting s on s.account = a.id
                """)
                .param("account", actor.id())
                .param("sales", sales)
                .query(Switches.class).single();
    }

    /** This one alone: what another page has switched since this one was opened stays so. */
    public void turn(Switch which, boolean on, Actor actor) {
        jdbc.sql("""
                insert into inbox_setting (account, %1$s) values (:account, :on)
                on conflict (account) do update set %1$s = excluded.%1$s
                """.formatted(which.column()))
                .param("account", actor.id())
                .param("on", on)
                .update();
    }

    /** Whether a person wants to be written to because a task is overdue; for modules that write such letters. */
    @Transactional(readOnly = true)
    public boolean wantsOverdueLetters(AccountId person) {
        return jdbc.sql("select coalesce(mail_overdue, true) from inbox_setting where account = :account")
                .param("account", person)
                .query(Boolean.class).optional().orElse(true);
    }

    /**
     * Which tasks the person chose last in the list, and in which order, without words: as usual, if none were chosen. What a link shows is no choice.
     */
    @Transactional(readOnly = true)
    public TaskQuery last(Actor actor) {
        return jdbc.sql("select shown, element, sort from inbox_setting where account = :account")
                .param("account", actor.id())
                .query((row, number) -> new TaskQuery(known(TaskFilter.values(), row.getString("shown"), TaskQuery.DEFAULT.show()),
                        row.getString("element"), "", known(TaskSort.values(), row.getString("sort"), TaskQuery.DEFAULT.sort())))
                .optional().orElse(TaskQuery.DEFAULT);
    }

    /** All but the words, which would hide tasks of which one hears otherwise. */
    public void save(TaskQuery chosen, Actor actor) {
        jdbc.sql("""
                insert into inbox_setting (account, shown, element, sort) values (:account, :shown, :element, :sort)
                on conflict (account) do update set shown = excluded.shown, element = excluded.element, sort = excluded.sort
                """)
                .param("account", actor.id())
                .param("shown", chosen.show())
                .param("element", chosen.element())
                .param("sort", chosen.sort())
                .update();
    }

    /** Another version of the application may have stored what this one does not know. */
    private static <E extends Enum<E>> E known(E[] values, @Nullable String name, E otherwise) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(otherwise);
    }
}
