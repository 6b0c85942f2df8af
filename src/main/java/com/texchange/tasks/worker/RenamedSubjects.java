package com.texchange.tasks.worker;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.partners.CompanyIdentified;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.worker.ProjectedTasks.Subject;
import com.texchange.tasks.worker.SubjectRows.About;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has tasks say what they are about by the names that companies have now. Whoever gives a company another name does not wait for it: a
 * supplier can have tasks by the ten thousand. Which of them name the company, its earlier names find; what they are about, the modules
 * that own them say anew, so that another company of the same name keeps it.
 */
@Component
class RenamedSubjects {

    private static final Logger LOG = LoggerFactory.getLogger(RenamedSubjects.class);
    private static final TaskDescriptor<Renamed> TASK = TaskDescriptor.of("rename-task-subjects", Renamed.class);
    /** Longer than a task that was about to be written by the name of before can take. */
    private static final Duration ONCE_MORE_AFTER = Duration.ofMinutes(1);

    private final SubjectRows rows;
    private final TaskForms forms;
    private final TransactionTemplate transaction;
    private final ChangeFeed changes;
    private final SchedulerClient scheduler;
    private final Clock schedulerClock;

    RenamedSubjects(SubjectRows rows, TaskForms forms, TransactionTemplate transaction, ChangeFeed changes, SchedulerClient scheduler,
            Clock schedulerClock) {
        this.rows = rows;
        this.forms = forms;
        this.transaction = transaction;
        this.changes = changes;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
    }

    /** By which a company was known. */
    record Renamed(Set<String> names) {
    }

    @Bean
    static Task<Renamed> renameTaskSubjects(ObjectProvider<RenamedSubjects> subjects) {
        return Tasks.oneTime(TASK).execute((instance, context) -> subjects.getObject().rename(instance.getData().names()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void plan(CompanyIdentified company) {
        Renamed renamed = new Renamed(company.earlierNames());
        Stream.of(Duration.ZERO, ONCE_MORE_AFTER).forEach(pause -> scheduler.scheduleIfNotExists(
                TASK.instance(UUID.randomUUID().toString()).data(renamed).build(), schedulerClock.now().plus(pause)));
    }

    /** Can be repeated. Each subject is a transaction of its own; one that can't be told anew holds up no other. */
    void rename(Set<String> names) {
        Set<String> told = new HashSet<>();
        rows.naming(names).forEach(about -> {
            try {
                told.addAll(transaction.execute(status -> renew(about)));
            } catch (RuntimeException failed) {
                LOG.warn("What {} {} is about could not be told anew", about.elementId(), about.subjectId(), failed);
            }
        });
        transaction.executeWithoutResult(status -> told.forEach(id -> changes.publish(new Change(Change.Topic.TASKS, id))));
    }

    /** The rows first: so of two that rename at once, the second to have them reads the name that is the last. */
    private Set<String> renew(About about) {
        Optional<TaskForm> form = forms.find(about.elementId());
        if (form.isEmpty()) {
            return Set.of();
        }
        rows.lock(about);
        return rows.renew(about, new Subject(about.subjectId(), form.get().subject(about.subjectId())));
    }
}
