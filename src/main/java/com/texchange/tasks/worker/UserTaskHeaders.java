package com.texchange.tasks.worker;

import com.texchange.common.CandidateGroup;
import com.texchange.process.ProcessJob;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of the user task that the engine adds to the headers of a listener's job, under the names of Camunda's
 * {@code Protocol} class. What is not set has no header.
 *
 * @param assignee null also for somebody assigned in Tasklist who has no account here
 */
record UserTaskHeaders(long taskKey, Set<String> candidateGroups, @Nullable UUID assignee, @Nullable Instant dueAt,
        int priority) {

    private static final String PREFIX = "io.camunda.zeebe:";
    /** The engine leaves out a priority of zero. */
    private static final String NO_PRIORITY = "0";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws IllegalArgumentException if the job is not one of a user task's listener */
    static UserTaskHeaders of(ProcessJob job) {
        Map<String, String> headers = job.headers();
        String key = headers.get(PREFIX + "userTaskKey");
        if (key == null) {
            throw new IllegalArgumentException("job " + job.key() + " has no header with the user task's key");
        }
        String groups = headers.get(PREFIX + "candidateGroups");
        String due = headers.get(PREFIX + "dueDate");
        return new UserTaskHeaders(Long.parseLong(key),
                groups == null ? Set.of() : JSON.readValue(groups, new TypeReference<Set<String>>() { }),
                accountOrNull(headers.get(PREFIX + "assignee")),
                due == null ? null : ZonedDateTime.parse(due).toInstant(),
                Integer.parseInt(headers.getOrDefault(PREFIX + "priority", NO_PRIORITY)));
    }

    UserTaskHeaders withDueAt(@Nullable Instant other) {
        return new UserTaskHeaders(taskKey, candidateGroups, assignee, other, priority);
    }

    /** For those of the groups' people who decide for their company. */
    UserTaskHeaders forAdministrators() {
        return new UserTaskHeaders(taskKey, candidateGroups.stream().map(group -> new CandidateGroup(group).administrators().name())
                .collect(Collectors.toSet()), assignee, dueAt, priority);
    }

    private static @Nullable UUID accountOrNull(@Nullable String assignee) {
        if (assignee == null) {
            return null;
        }
        try {
            return UUID.fromString(assignee);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
