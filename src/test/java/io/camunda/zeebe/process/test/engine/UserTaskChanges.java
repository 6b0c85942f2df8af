package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.UserTaskUpdateRequest;
import io.camunda.zeebe.process.test.engine.RestServer.Request;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a user task's update: which attributes change, and to what. */
final class UserTaskChanges {

    /** The client's own type for this is an untyped map. */
    private record Attributes(
            String dueDate,
            String followUpDate,
            List<String> candidateUsers,
            List<String> candidateGroups,
            Integer priority) {

        static final Attributes NONE = new Attributes(null, null, null, null, null);
    }

    private static final int HIGHEST_PRIORITY = 100;

    private final UserTaskRecord task = new UserTaskRecord();
    private final List<String> violations = new ArrayList<>();

    private UserTaskChanges() {}

    /** Refuses an update that changes nothing or that a cluster's gateway would not let through. */
    static UserTaskRecord of(Request request) {
        var body = Objects.requireNonNullElseGet(request.body(UserTaskUpdateRequest.class), UserTaskUpdateRequest::new);
        var wanted = attributes(request, body);
        if (body.getAction() == null && wanted.equals(Attributes.NONE)) {
            throw Problem.invalidArgument("No update data provided. Provide at least an \"action\" or a non-null value"
                    + " for a supported attribute in the \"changeset\".");
        }
        var changes = new UserTaskChanges();
        changes.read(wanted);
        if (!changes.violations.isEmpty()) {
            throw Problem.invalidArgument(String.join(" ", changes.violations));
        }
        return changes.task.setAction(Objects.requireNonNullElse(body.getAction(), ""));
    }

    private static Attributes attributes(Request request, UserTaskUpdateRequest body) {
        try {
            return body.getChangeset() == null
                    ? Attributes.NONE
                    : request.json().convertValue(body.getChangeset(), Attributes.class);
        } catch (IllegalArgumentException malformed) {
            throw Problem.badRequest("Request property [changeset] cannot be parsed");
        }
    }

    private void read(Attributes changes) {
        if (changes.candidateGroups() != null) {
            task.setCandidateGroupsList(changes.candidateGroups()).setCandidateGroupsChanged();
        }
        if (changes.candidateUsers() != null) {
            task.setCandidateUsersList(changes.candidateUsers()).setCandidateUsersChanged();
        }
        if (changes.dueDate() != null) {
            checkDate("due date", changes.dueDate());
            task.setDueDate(changes.dueDate()).setDueDateChanged();
        }
        if (changes.followUpDate() != null) {
            checkDate("follow-up date", changes.followUpDate());
            task.setFollowUpDate(changes.followUpDate()).setFollowUpDateChanged();
        }
        if (changes.priority() != null) {
            checkPriority(changes.priority());
            task.setPriority(changes.priority()).setPriorityChanged();
        }
    }

    /** An empty date clears the attribute. */
    private void checkDate(String attribute, String value) {
        try {
            if (!value.isEmpty()) {
                ZonedDateTime.parse(value);
            }
        } catch (DateTimeParseException malformed) {
            violations.add("The provided %s '%s' cannot be parsed as a date according to RFC 3339, section 5.6."
                    .formatted(attribute, value));
        }
    }

    private void checkPriority(int value) {
        if (value < 0 || value > HIGHEST_PRIORITY) {
            violations.add("The value for priority is '%d' but must be within the [0,100] range.".formatted(value));
        }
    }
}
