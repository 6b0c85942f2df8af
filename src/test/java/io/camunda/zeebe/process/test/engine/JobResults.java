package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import java.util.ArrayList;

/** Turns what a task listener answers into the engine's form. */
final class JobResults {

    private JobResults() {}

    static JobResult of(GatewayOuterClass.JobResult result) {
        var mapped = new JobResult().setDenied(result.getDenied()).setDeniedReason(result.getDeniedReason());
        if (result.hasCorrections()) {
            correct(mapped, result.getCorrections());
        }
        return mapped;
    }

    /** An attribute counts as corrected when it is named, so that it can also be corrected to nothing. */
    private static void correct(JobResult result, GatewayOuterClass.JobResultCorrections wanted) {
        var corrections = new JobResultCorrections();
        var names = new ArrayList<String>();
        if (wanted.hasAssignee()) {
            corrections.setAssignee(wanted.getAssignee());
            names.add(UserTaskRecord.ASSIGNEE);
        }
        if (wanted.hasDueDate()) {
            corrections.setDueDate(wanted.getDueDate());
            names.add(UserTaskRecord.DUE_DATE);
        }
        if (wanted.hasFollowUpDate()) {
            corrections.setFollowUpDate(wanted.getFollowUpDate());
            names.add(UserTaskRecord.FOLLOW_UP_DATE);
        }
        if (wanted.hasCandidateUsers()) {
            corrections.setCandidateUsersList(wanted.getCandidateUsers().getValuesList());
            names.add(UserTaskRecord.CANDIDATE_USERS);
        }
        if (wanted.hasCandidateGroups()) {
            corrections.setCandidateGroupsList(wanted.getCandidateGroups().getValuesList());
            names.add(UserTaskRecord.CANDIDATE_GROUPS);
        }
        if (wanted.hasPriority()) {
            corrections.setPriority(wanted.getPriority());
            names.add(UserTaskRecord.PRIORITY);
        }
        result.setCorrections(corrections).setCorrectedAttributes(names);
    }
}
