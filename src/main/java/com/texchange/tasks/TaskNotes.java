package com.texchange.tasks;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.RefusedException;
import com.texchange.tasks.TaskNote.Kind;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people of a task's groups say about it, for each other; suppliers and other companies never see it. Where a company and the sales
 * department share a task, each reads what its own people say, and of what happened between the two that it did.
 */
@Service
@Transactional
public class TaskNotes {

    public static final int MAX_TEXT = 2000;
    /** The latest that are shown. */
    private static final int MAX_SHOWN = 200;

    private final JdbcClient jdbc;
    private final UserTaskRows rows;
    private final TaskLocks locks;
    private final Clock clock;

    TaskNotes(JdbcClient jdbc, UserTaskRows rows, TaskLocks locks, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.locks = locks;
        this.clock = clock;
    }

    /** Of an open or finished task, oldest first; none if the task is not for this person. */
    @Transactional(readOnly = true)
    public List<TaskNote> of(long taskKey, Actor actor) {
        if (rows.find(taskKey, actor).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select * from (
                    select n.id, n.kind, n.written_at as at, n.text,
                        case when cast(:house as uuid) is null or author.company_id = cast(:house as uuid) then author.name end as author,
                        case when cast(:house as uuid) is null or person.company_id = cast(:house as uuid) then person.name end as person
                    from task_note n
                        join accounts_person author on author.id = n.author
                        left join accounts_person person on person.id = n.person
                    where n.task_key = :key and (author.company_id is not distinct from cast(:house as uuid)
                        or n.person is not null and person.company_id is not distinct from cast(:house as uuid))
                    order by n.id desc limit :limit) latest
                order by id
                """)
                .param("key", taskKey)
                .param("house", actor.companyId())
                .param("limit", MAX_SHOWN)
                .query(TaskNote.class).list();
    }

    /**
     * @param text several lines are possible; at most {@link #MAX_TEXT} characters
     * @throws RefusedException if the text is empty or too long, or the task is done
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of the task's groups
     */
    public void comment(long taskKey, String text, Actor actor) {
        String stripped = CleanText.lines(text);
        if (stripped.isEmpty()) {
            throw new RefusedException("tasks.refused.noComment");
        }
        if (stripped.length() > MAX_TEXT) {
            throw new RefusedException("tasks.refused.longComment", MAX_TEXT);
        }
        UserTask task = rows.lock(taskKey, actor).orElseThrow(() -> new RefusedException("tasks.refused.gone"));
        TaskLocks.requireGroup(task, actor);
        if (task.state().isEnded()) {
            throw TaskLocks.refusal(task);
        }
        write(taskKey, Kind.COMMENT, actor, null, stripped);
        locks.publish(task);
        locks.record(AuditKind.TASK_COMMENTED, task, actor, null, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void changedHands(long taskKey, Kind kind, Actor actor, AccountId person) {
        write(taskKey, kind, actor, person, "");
    }

    private void write(long taskKey, Kind kind, Actor actor, @Nullable AccountId person, String text) {
        jdbc.sql("""
                insert into task_note (task_key, kind, author, person, written_at, text)
                values (:key, :kind, :author, :person, :now, :text)
                """)
                .param("key", taskKey)
                .param("kind", kind)
                .param("author", actor.id())
                .param("person", person)
                .param("now", clock.instant())
                .param("text", text)
                .update();
    }
}
