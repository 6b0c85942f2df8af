package com.texchange.tasks;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, and events as the engine sends them; nothing of one test is seen by another. */
public class TaskSamples {

    private static final AtomicLong KEYS = new AtomicLong(System.currentTimeMillis() * 1_000_000);

    private final JdbcClient jdbc;
    private final Map<String, ProcessWorker> workers;
    private final SampleForm form;

    TaskSamples(JdbcClient jdbc, List<ProcessWorker> workers, SampleForm form) {
        this.jdbc = jdbc;
        this.form = form;
        this.workers = workers.stream().collect(Collectors.toMap(ProcessWorker::jobType, Function.identity()));
    }

    /** A person of a distributor of its own. */
    public Actor distributor(String name) {
        CompanyId company = CompanyId.random();
        jdbc.sql("""
                insert into company (id, version, name, supplier, distributor, created_at)
                values (:id, 0, :name, false, true, now())
                """)
                .param("id", company.value()).param("name", "Company of " + name).update();
        return person(name, Role.DISTRIBUTOR, company);
    }

    /** Another person of the same company. */
    public Actor colleague(Actor of, String name) {
        return person(name, Role.DISTRIBUTOR, of.companyId());
    }

    public Actor person(String name, Role role, @Nullable CompanyId company) {
        return person(name, role, company, Locale.ENGLISH);
    }

    public Actor person(String name, Role role, @Nullable CompanyId company, Locale language) {
        AccountId id = AccountId.random();
        EmailAddress email = new EmailAddress(id + "@example.com");
        jdbc.sql("""
                insert into account (id, version, email, name, password_hash, company_id, language, enabled, created_at)
                values (:id, 0, :email, :name, 'of-test', :company, :language, true, now())
                """)
                .param("id", id.value()).param("email", email.value()).param("name", name)
                .param("company", company == null ? null : company.value(), Types.OTHER)
                .param("language", language.getLanguage()).update();
        jdbc.sql("insert into account_role (account, role) values (:id, :role)")
                .param("id", id.value()).param("role", role.name()).update();
        return new Actor(id, name, email, Set.of(role), company, Position.LICENSE_MANAGER);
    }

    /** Asks for these tasks, in the usual order. */
    static TaskQuery showing(TaskFilter filter) {
        return new TaskQuery(filter, null, "", TaskSort.DUE);
    }

    /** A key greater than all before. */
    public static long nextKey() {
        return KEYS.incrementAndGet();
    }

    /** Opens a task for the people of the actor's groups. */
    public SampleTask open(Actor forPeopleOf, @Nullable Instant dueAt) {
        SampleTask task = new SampleTask(nextKey(), UUID.randomUUID(), forPeopleOf.groups(), dueAt);
        task.tell("creating");
        return task;
    }

    /** Opens a task for the people of two houses. */
    public SampleTask openForBoth(Actor one, Actor other) {
        Set<String> groups = Stream.of(one, other).flatMap(person -> person.groups().stream()).collect(Collectors.toSet());
        SampleTask task = new SampleTask(nextKey(), UUID.randomUUID(), groups, null);
        task.tell("creating");
        return task;
    }

    /** Opens a task whose subject has these words besides its line. */
    public SampleTask openAbout(Actor forPeopleOf, String... words) {
        SampleTask task = unknown(forPeopleOf);
        form.know(task.subjectId(), List.of(words), Set.of());
        task.tell("creating");
        return task;
    }

    /** Opens a task to which the steps of these people have just led. */
    public SampleTask openAfterStepsOf(Actor forPeopleOf, Actor... informed) {
        SampleTask task = unknown(forPeopleOf);
        form.know(task.subjectId(), List.of(), Arrays.stream(informed).map(Actor::id).collect(Collectors.toSet()));
        task.tell("creating");
        return task;
    }

    /** Another task of the engine about the same business object, offered after it. */
    public SampleTask nextOf(SampleTask earlier) {
        return new SampleTask(nextKey(), earlier.subjectId, earlier.groups, null);
    }

    public SampleTask unknown(Actor forPeopleOf) {
        return new SampleTask(nextKey(), UUID.randomUUID(), forPeopleOf.groups(), null);
    }

    /** A user task of the engine that there is not. */
    public final class SampleTask {

        private final long key;
        private final UUID subjectId;
        private final Set<String> groups;
        private @Nullable Instant dueAt;

        SampleTask(long key, UUID subjectId, Set<String> groups, @Nullable Instant dueAt) {
            this.key = key;
            this.subjectId = subjectId;
            this.groups = groups;
            this.dueAt = dueAt;
        }

        public long key() {
            return key;
        }

        public UUID subjectId() {
            return subjectId;
        }

        /** Sends an event, newer than all before. */
        public void tell(String event) {
            tell(event, nextKey(), null);
        }

        public void tellAssigned(@Nullable String assignee) {
            tell("assigning", nextKey(), assignee);
        }

        public void tell(String event, long jobKey, @Nullable String assignee) {
            tell(event, SampleForm.ELEMENT, jobKey, assignee);
        }

        public void tell(String event, String elementId, long jobKey, @Nullable String assignee) {
            String type = "user-task-" + event;
            Map<String, Object> result = workers.get(type).handle(new ProcessJob(jobKey, "process-of-test", 7,
                    elementId, 8, Map.of(SampleForm.SUBJECT_VARIABLE, subjectId.toString()), headers(assignee)));
            if (result.get(ProcessWorker.DUE_DATE) instanceof String corrected) {
                // As the engine does: the date is the task's from now on.
                dueAt = Instant.parse(corrected);
            } else if (!result.isEmpty()) {
                throw new AssertionError("a listener may return no variables: " + result);
            }
        }

        private Map<String, String> headers(@Nullable String assignee) {
            Map<String, String> headers = new HashMap<>();
            headers.put("io.camunda.zeebe:userTaskKey", Long.toString(key));
            headers.put("io.camunda.zeebe:priority", "50");
            headers.put("io.camunda.zeebe:candidateGroups",
                    groups.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
            if (dueAt != null) {
                headers.put("io.camunda.zeebe:dueDate", dueAt.atOffset(ZoneOffset.UTC) + "[Etc/UTC]");
            }
            if (assignee != null) {
                headers.put("io.camunda.zeebe:assignee", assignee);
            }
            return headers;
        }
    }
}
