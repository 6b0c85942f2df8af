package com.texchange.tasks;

import com.texchange.common.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and changes the projected tasks. The names of people come from table {@code account}. */
@Repository
class UserTaskRows {

    private static final String SELECT = """
            select t.*, claimant.name as assignee_name, submitter.name as submitter_name
            from user_task t
                left join account claimant on claimant.id = t.assignee
                left join account submitter on submitter.id = t.submitted_by
            """;
    private static final String IN_GROUPS = " t.candidate_groups && cast(:groups as varchar[]) ";
    private static final String SHOWN = " t.state in ('OPEN', 'SUBMITTED') ";

    private final JdbcClient jdbc;

    UserTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task with the person who decided it, if one did. */
    record Decided(UserTask task, @Nullable String submitterName, @Nullable Instant submittedAt) {
    }

    Optional<UserTask> findOpen(String elementId, UUID subjectId) {
        return jdbc.sql(SELECT + """
                where t.subject_id = :subject and t.element_id = :element and t.state = 'OPEN'
                order by t.task_key desc limit 1
                """)
                .param("subject", subjectId)
                .param("element", elementId)
                .query((row, number) -> task(row)).optional();
    }

    /** The element's latest task for a business object, if it was decided, here or elsewhere. */
    Optional<Decided> findDecided(String elementId, UUID subjectId) {
        return jdbc.sql("select * from (" + SELECT + """
                where t.subject_id = :subject and t.element_id = :element
                order by t.task_key desc limit 1) latest
                where submitted_by is not null or state = 'COMPLETED' and submitted_at is null
                """)
                .param("subject", subjectId)
                .param("element", elementId)
                .query((row, number) -> decided(row)).optional();
    }

    Optional<UserTask> findShown(long key, Set<String> groups) {
        return jdbc.sql(SELECT + "where t.task_key = :key and" + IN_GROUPS + "and" + SHOWN)
                .param("key", key)
                .param("groups", array(groups))
                .query((row, number) -> task(row)).optional();
    }

    List<UserTask> page(Set<String> groups, AccountId person, TaskFilter filter, Instant now, int offset, int limit) {
        return jdbc.sql(SELECT + "where" + IN_GROUPS + "and" + SHOWN + "and " + condition(filter) + """

                order by t.due_at nulls last, t.task_key
                offset :offset limit :limit
                """)
                .param("groups", array(groups))
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> task(row)).list();
    }

    Optional<UserTask> next(Set<String> groups, AccountId person) {
        return jdbc.sql(SELECT + "where t.state = 'OPEN' and" + IN_GROUPS + """
                and (t.assignee is null or t.assignee = :person)
                order by t.due_at nulls last, t.task_key limit 1
                """)
                .param("groups", array(groups))
                .param("person", person.value())
                .query((row, number) -> task(row)).optional();
    }

    List<UserTask> waiting(Set<String> groups, AccountId person, int limit) {
        return jdbc.sql(SELECT + "where t.state = 'OPEN' and" + IN_GROUPS + """
                and (t.assignee is null or t.assignee = :person)
                order by t.due_at nulls last, t.task_key limit :limit
                """)
                .param("groups", array(groups))
                .param("person", person.value())
                .param("limit", limit)
                .query((row, number) -> task(row)).list();
    }

    List<UserTask> late(Instant now, int limit) {
        return jdbc.sql(SELECT + """
                where t.state = 'OPEN' and t.due_at < :now
                order by t.due_at, t.task_key limit :limit
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> task(row)).list();
    }

    int countLate(Instant now, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from user_task where state = 'OPEN' and due_at < :now limit :most) late
                """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(Integer.class).single();
    }

    int countOpen(Set<String> groups, AccountId person) {
        return jdbc.sql("""
                select count(*) from user_task t
                where t.state = 'OPEN' and t.candidate_groups && cast(:groups as varchar[])
                    and (t.assignee is null or t.assignee = :person)
                """)
                .param("groups", array(groups))
                .param("person", person.value())
                .query(Integer.class).single();
    }

    /**
     * Locks the row until the transaction ends, so that of two people only one claims or decides. The names are read
     * after that: a query that waits for a lock sees the row as it is then, but joined to what it was before.
     */
    Optional<Decided> lock(long key) {
        jdbc.sql("select 1 from user_task where task_key = :key for update").param("key", key)
                .query(Integer.class).optional();
        return jdbc.sql(SELECT + "where t.task_key = :key")
                .param("key", key)
                .query((row, number) -> decided(row)).optional();
    }

    void markSubmitted(long key, @Nullable AccountId person, Instant now) {
        jdbc.sql("""
                update user_task set state = 'SUBMITTED', submitted_by = :person, submitted_at = :now
                where task_key = :key
                """)
                .param("key", key)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
    }

    void markCanceled(long key, Instant now) {
        jdbc.sql("update user_task set state = 'CANCELED', finished_at = :now where task_key = :key")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    void assign(long key, @Nullable AccountId person) {
        jdbc.sql("update user_task set assignee = :person, claim_unconfirmed = true where task_key = :key")
                .param("key", key)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .update();
    }

    private static String condition(TaskFilter filter) {
        return switch (filter) {
            case ALL -> "true";
            case MINE -> "(t.assignee = :person or t.submitted_by = :person)";
            case UNCLAIMED -> "t.state = 'OPEN' and t.assignee is null";
            case OVERDUE -> "t.state = 'OPEN' and t.due_at < :now";
        };
    }

    private static String[] array(Set<String> groups) {
        return groups.toArray(String[]::new);
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(task(row), row.getString("submitter_name"), instant(row, "submitted_at"));
    }

    private static UserTask task(ResultSet row) throws SQLException {
        UUID assignee = row.getObject("assignee", UUID.class);
        return new UserTask(row.getLong("task_key"), row.getString("element_id"),
                row.getObject("subject_id", UUID.class), row.getString("subject"),
                Set.of((String[]) row.getArray("candidate_groups").getArray()),
                assignee == null ? null : new AccountId(assignee), row.getString("assignee_name"),
                row.getInt("priority"), UserTask.State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(), instant(row, "due_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
