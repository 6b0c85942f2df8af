package com.texchange.tasks.worker;

import com.texchange.common.EmailAddress;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.tasks.GroupMember;
import com.texchange.tasks.GroupMembers;
import com.texchange.tasks.TaskSubject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the people of a group about their tasks, once to each person for each task. Three kinds of people get no
 * letter: who has switched it off; who has no password yet, and so a letter with a link to set one; and to whom the
 * process itself has just written about the same thing, e.g. a reminder.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskLetters {

    /** A letter of the process that is younger stands for the one about a new task. */
    private static final Duration NEW_TASK_TOLD = Duration.ofHours(1);
    /** A letter of the process that is younger stands for the one about an overdue task. */
    private static final Duration OVERDUE_TOLD = Duration.ofDays(1);

    private final GroupMembers members;
    private final Letters letters;
    private final MessageSource messages;
    private final OperatorProperties operator;
    private final Clock clock;

    TaskLetters(GroupMembers members, Letters letters, MessageSource messages, OperatorProperties operator,
            Clock clock) {
        this.members = members;
        this.letters = letters;
        this.messages = messages;
        this.operator = operator;
        this.clock = clock;
    }

    /** Whose own step has just led to the task need not be told. */
    void created(LetterTask task, TaskSubject about) {
        write("task-created", task, about.reason(), NEW_TASK_TOLD,
                member -> member.mailCreated() && !about.informed().contains(member.id()));
    }

    void overdue(LetterTask task) {
        write("task-overdue", task, null, OVERDUE_TOLD, GroupMember::mailOverdue);
    }

    private void write(String template, LetterTask task, @Nullable String reason, Duration toldFor, Predicate<GroupMember> wanted) {
        List<GroupMember> wanting = members.of(task.candidateGroups()).stream()
                .filter(GroupMember::canSignIn).filter(wanted).toList();
        if (!wanting.isEmpty()) {
            Set<EmailAddress> told = letters.writtenTo(task.subjectId(), clock.instant().minus(toldFor));
            wanting.stream().filter(member -> !told.contains(member.email()))
                    .forEach(member -> letters.queue(letter(template, task, reason, member)));
        }
    }

    /** Of no onboarding: its story, which the supplier reads, is not for what colleagues tell each other. */
    private Letter letter(String template, LetterTask task, @Nullable String reason, GroupMember to) {
        String titleKey = "task." + task.elementId() + ".title";
        String title = messages.getMessage(titleKey, null, task.elementId(), to.locale());
        Map<String, Object> model = new HashMap<>();
        model.put("name", to.name());
        model.put("title", title);
        model.put("about", task.subject());
        model.put("reason", Objects.requireNonNullElse(reason, ""));
        model.put("due", Objects.requireNonNullElse(task.dueAt(), ""));
        model.put("link", operator.link(Routes.of(Routes.TASKS, task.taskKey())));
        model.put("settings", operator.link(Routes.SETTINGS));
        return new Letter("%s/%s/%d/%s".formatted(template, task.subjectId(), task.taskKey(), to.id()), template,
                to.email(), to.locale(), new Object[] {title, task.subject()}, model, null).readBy(to.zone());
    }
}
