package com.texchange.tasks;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and changes single projected tasks. The names of people come from {@code accounts_person}. A task can be for people of two houses,
 * and somebody of another one may have answered it: a company is told the names of its own people alone, the operator's people all; and what
 * is said about a task counts where it was said.
 */
@Repository
class UserTaskRows {

    static final String IN_GROUPS = " t.candidate_groups && cast(:groups as varchar[]) ";
    private static final String SELECT = """
            select t.task_key as key, t.element_id, t.subject_id, t.subject, t.candidate_groups, t.assignee, t.priority, t.state, t.created_at,
                t.due_at, t.submitted_by, t.submitted_at, t.finished_at as ended_at,
                case when cast(:house as uuid) is null or claimant.company_id = cast(:house as uuid) then claimant.name end as assignee_name,
                case when cast(:house as uuid) is null or submitter.company_id = cast(:house as uuid) then submitter.name end as submitter_name,
                (select count(*) from task_note n join accounts_person author on author.id = n.author
                    where n.task_key = t.task_key and n.kind = 'COMMENT'
                        and author.company_id is not distinct from cast(:house as uuid)) as comments
            from user_task t
                left join accounts_person claimant on claimant.id = t.assignee
                left join accounts_person submitter on submitter.id = t.submitted_by
            """;

    private final JdbcClient jdbc;

    UserTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For services, with all names. */
    Optional<UserTask> findOpen(String elementId, UUID subjectId) {
        return jdbc.sql(SELECT + """
                where t.subject_id = :subject and t.element_id = :element and t.state = 'OPEN'
                order by t.task_key desc limit 1
                """)
                .param("subject", subjectId)
                .param("element", elementId)
                .param("house", null)
                .query(UserTask.class).optional();
    }

    /**
     * The element's latest task for a business object, if it was decided, here or elsewhere.
     *
     * @param house of whoever is told; null for the operator's people
     */
    Optional<UserTask> findDecided(String elementId, UUID subjectId, @Nullable CompanyId house) {
        return jdbc.sql("select * from (" + SELECT + """
                where t.subject_id = :subject and t.element_id = :element
                order by t.task_key desc limit 1) latest
                where submitted_by is not null or state = 'COMPLETED' and submitted_at is null
                """)
                .param("subject", subjectId)
                .param("element", elementId)
                .param("house", house)
                .query(UserTask.class).optional();
    }

    Optional<UserTask> find(long key, Actor actor) {
        return jdbc.sql(SELECT + "where t.task_key = :key and" + IN_GROUPS)
                .param("key", key)
                .param("groups", actor.groups().toArray(String[]::new))
                .param("house", actor.companyId())
                .query(UserTask.class).optional();
    }

    /** Those of the keys, in the order in which these are given; the plan is one for all such questions. What is gone is left out. */
    List<UserTask> inOrder(List<Long> keys, Actor actor) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Long, UserTask> found = jdbc.sql(SELECT + "where t.task_key = any(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .param("house", actor.companyId())
                .query(UserTask.class).list().stream()
                .collect(Collectors.toMap(UserTask::key, Function.identity()));
        return keys.stream().flatMap(key -> Stream.ofNullable(found.get(key))).toList();
    }

    /**
     * Locks the row until the transaction ends, so that of two people only one claims or decides. The names are read
     * after that: a query that waits for a lock sees the row as it is then, but joined to what it was before. For services, with all names.
     */
    Optional<UserTask> lock(long key) {
        return lock(List.of(key), null).stream().findFirst();
    }

    /** The same for a person, who may be told of it. */
    Optional<UserTask> lock(long key, Actor actor) {
        return lock(List.of(key), actor).stream().findFirst();
    }

    /** Always in the same order, so that two who lock several do not wait for each other. */
    List<UserTask> lock(Collection<Long> keys, @Nullable Actor actor) {
        Long[] array = keys.toArray(Long[]::new);
        jdbc.sql("select 1 from user_task where task_key = any(:keys) order by task_key for update")
                .param("keys", array).query(Integer.class).list();
        return jdbc.sql(SELECT + "where t.task_key = any(:keys) order by t.task_key")
                .param("keys", array)
                .param("house", actor == null ? null : actor.companyId())
                .query(UserTask.class).list();
    }

    /** Keys of the open tasks that somebody has taken. */
    List<Long> claimedBy(AccountId person) {
        return jdbc.sql("select task_key from user_task where assignee = :person and state = 'OPEN' order by task_key")
                .param("person", person).query(Long.class).list();
    }

    /**
     * Submits the open task of an element for a business object, if it is one of the person's groups and nobody else has claimed it.
     *
     * @return its key and groups; none also if the person may not, or is not the first
     */
    Optional<Submitted> submitOpen(String elementId, UUID subjectId, Actor actor, Instant now) {
        return jdbc.sql("update user_task t set state = 'SUBMITTED', submitted_by = :person, submitted_at = :now " + """
                where t.task_key = (select max(task_key) from user_task
                        where subject_id = :subject and element_id = :element and state = 'OPEN')
                    and t.state = 'OPEN' and (t.assignee is null or t.assignee = :person) and""" + IN_GROUPS
                + "returning t.task_key as key, t.candidate_groups as groups")
                .param("subject", subjectId).param("element", elementId)
                .param("person", actor.id()).param("groups", actor.groups().toArray(String[]::new)).param("now", now)
                .query(Submitted.class).optional();
    }

    record Submitted(long key, Set<String> groups) {
    }

    void markSubmitted(long key, @Nullable AccountId person, Instant now) {
        jdbc.sql("""
                update user_task set state = 'SUBMITTED', submitted_by = :person, submitted_at = :now
                where task_key = :key
                """)
                .param("key", key)
                .param("person", person)
                .param("now", now)
                .update();
    }

    void markCanceled(long key, Instant now) {
        jdbc.sql("update user_task set state = 'CANCELED', finished_at = :now where task_key = :key")
                .param("key", key)
                .param("now", now)
                .update();
    }

    void assign(Collection<Long> keys, @Nullable AccountId person) {
        jdbc.sql("update user_task set assignee = :person, claim_unconfirmed = true where task_key = any(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .param("person", person)
                .update();
    }
}
