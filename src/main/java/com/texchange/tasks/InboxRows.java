package com.texchange.tasks;

import com.texchange.common.Actor;
import com.texchange.common.ListWindow;
import com.texchange.common.PlannedAnew;
import com.texchange.common.SearchWords;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Lists and counts projected tasks. Which they are is planned for the group and the query; names and comments are read for the lines that are
 * shown only, as for any others.
 */
@Repository
class InboxRows {

    private static final String SHOWN = " t.state in ('OPEN', 'SUBMITTED') ";
    private static final String ENDED = " t.state in ('COMPLETED', 'CANCELED') ";
    private static final String FREE_OR_OWN = " t.state = 'OPEN' and (t.assignee is null or t.assignee = :person) ";

    private final JdbcClient jdbc;
    private final JdbcClient plannedAnew;
    private final UserTaskRows tasks;

    /** @param plannedAnew for pages: some groups have nearly all tasks and others a few, which a plan for any group takes for a few */
    InboxRows(JdbcClient jdbc, @PlannedAnew JdbcClient plannedAnew, UserTaskRows tasks) {
        this.jdbc = jdbc;
        this.plannedAnew = plannedAnew;
        this.tasks = tasks;
    }

    List<UserTask> page(Actor actor, TaskQuery query, Instant now, int offset, int limit) {
        return select(actor, query, now, condition(query), offset, limit);
    }

    /** The first that the person can decide now. */
    List<UserTask> waiting(Actor actor, TaskQuery query, Instant now, int limit) {
        return select(actor, query, now, condition(query) + " and" + FREE_OR_OWN, 0, limit);
    }

    /** @return at most the limit */
    int count(Actor actor, TaskQuery query, Instant now, int limit) {
        String sql = "select count(*) from (select 1 from user_task t where" + UserTaskRows.IN_GROUPS + "and "
                + condition(query) + " limit :limit) found";
        return bind(jdbc.sql(sql), actor, query, now).param("limit", limit).query(Integer.class).single();
    }

    int countOpen(Actor actor) {
        return countOpen(actor, "");
    }

    /** @return at most the limit, which stands in the statement for PostgreSQL to know (docs/decisions/025) */
    int countOpen(Actor actor, int limit) {
        return countOpen(actor, "limit " + limit);
    }

    private int countOpen(Actor actor, String limit) {
        return jdbc.sql("select count(*) from (select 1 from user_task t where" + UserTaskRows.IN_GROUPS + "and" + FREE_OR_OWN + limit + ") found")
                .param("groups", actor.groups().toArray(String[]::new))
                .param("person", actor.id())
                .query(Integer.class).single();
    }

    /** The elements of which the groups have tasks that are not done. */
    List<String> elements(Actor actor) {
        return jdbc.sql("select distinct t.element_id from user_task t where" + UserTaskRows.IN_GROUPS + "and"
                        + SHOWN + "order by t.element_id limit 50")
                .param("groups", actor.groups().toArray(String[]::new))
                .query(String.class).list();
    }

    private List<UserTask> select(Actor actor, TaskQuery query, Instant now, String condition, int offset, int limit) {
        String keys = "select t.task_key from user_task t where" + UserTaskRows.IN_GROUPS + "and " + condition + order(query)
                + ListWindow.slice(offset, limit);
        return tasks.inOrder(bind(plannedAnew.sql(keys), actor, query, now).param("offset", offset).query(Long.class).list(), actor);
    }

    private static StatementSpec bind(StatementSpec statement, Actor actor, TaskQuery query, Instant now) {
        return statement.param("groups", actor.groups().toArray(String[]::new))
                .param("person", actor.id())
                .param("now", now)
                .param("element", query.element())
                .params(SearchWords.of(query.text()).parameters());
    }

    private static String condition(TaskQuery query) {
        StringBuilder condition = new StringBuilder(switch (query.show()) {
            case ALL -> SHOWN;
            case MINE -> SHOWN + "and (t.assignee = :person or t.submitted_by = :person)";
            case UNCLAIMED -> "t.state = 'OPEN' and t.assignee is null";
            case OVERDUE -> "t.state = 'OPEN' and t.due_at < :now";
            case DONE -> ENDED;
        });
        if (query.element() != null) {
            condition.append(" and t.element_id = :element");
        }
        return condition.append(SearchWords.of(query.text()).sql("t.search_text like %s")).toString();
    }

    private static String order(TaskQuery query) {
        if (query.show() == TaskFilter.DONE) {
            return " order by t.finished_at desc, t.task_key desc";
        }
        return " order by " + switch (query.sort()) {
            case DUE -> "t.due_at nulls last, t.task_key";
            case CREATED -> "t.created_at desc, t.task_key";
            case PRIORITY -> "t.priority desc, t.due_at nulls last, t.task_key";
            case SUBJECT -> "t.subject collate common_alphabet, t.task_key";
        };
    }
}
