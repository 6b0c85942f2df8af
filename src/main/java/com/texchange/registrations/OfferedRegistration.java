package com.texchange.registrations;

import com.texchange.common.RegistrationId;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.tasks.UserTaskOffered;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers the tasks of a registration where somebody has decided before: the engine was late, or was begun anew. */
@Component
class OfferedRegistration {

    private final RegistrationRepository repository;
    private final Tasks tasks;

    OfferedRegistration(RegistrationRepository repository, Tasks tasks) {
        this.repository = repository;
        this.tasks = tasks;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void offered(UserTaskOffered event) {
        if (event.task().elementId().equals(Registrations.TASK)) {
            answer(event.task());
        } else if (event.task().elementId().equals(Confirmations.TASK)) {
            answerColleague(event.task());
        }
    }

    private void answerColleague(UserTask task) {
        Registration registration = repository.findLockedById(new RegistrationId(task.subjectId())).orElseThrow();
        RegistrationInfo.Confirmation confirmation = registration.info().confirmation();
        switch (registration.state()) {
            case REJECTED -> tasks.complete(task.key(), registration.decidedBy(), Map.of("confirmed", false));
            case CLOSED -> answerClosed(registration, task, "confirmed");
            case REQUESTED, APPROVED, OPENED -> {
                if (registration.isConfirmed() || registration.state() == State.OPENED) {
                    tasks.complete(task.key(), confirmation.by(), Map.of("confirmed", true));
                }
            }
        }
    }

    private void answer(UserTask task) {
        Registration registration = repository.findLockedById(new RegistrationId(task.subjectId())).orElseThrow();
        switch (registration.state()) {
            case APPROVED, OPENED, REJECTED -> tasks.complete(task.key(), registration.decidedBy(),
                    Map.of("approved", registration.state() != State.REJECTED));
            case CLOSED -> answerClosed(registration, task, "approved");
            case REQUESTED -> {
                // It waits for a person.
            }
        }
    }

    /** The invitation has ended: what ends its process takes the task away as well. Without one, whoever asked is erased, and the process ends by the answer. */
    private void answerClosed(Registration registration, UserTask task, String answer) {
        if (registration.info().onboardingId() == null) {
            tasks.complete(task.key(), null, Map.of(answer, false));
        } else {
            tasks.withdraw(task.key());
        }
    }
}
