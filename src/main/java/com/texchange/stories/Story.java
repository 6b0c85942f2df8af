package com.texchange.stories;

import com.texchange.common.CandidateGroup;
import com.texchange.common.Change;
import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.Confirmations;
import com.texchange.tasks.UserTask;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story of one onboarding for one reader.
 *
 * @param reason             why it ended early, where the reader may know it
 * @param ordered            whether the distributor has chosen its licenses
 * @param task               the task that is open; its claimant is named only to the own house and to process managers
 * @param milestones         what happens next by itself
 * @param lines              oldest first
 * @param invitationFailed   whether the latest invitation was given up, so that a person has to act
 * @param processInstanceKey for process managers only
 */
public record Story(OnboardingId id, Viewpoint viewpoint, CompanyId supplierId, String supplier,
        @Nullable CompanyId distributorId, String distributor, DistributorCode code, Stage stage, Instant stageSince,
        @Nullable String reason, boolean ordered, @Nullable OpenTask task,
        List<Milestone> milestones, List<StoryLine> lines, boolean invitationFailed,
        @Nullable Long processInstanceKey) {

    /** @param claimedBy null if nobody has claimed it, or the reader need not know */
    public record OpenTask(String element, @Nullable String claimedBy) {

        static OpenTask of(UserTask task, boolean named) {
            return new OpenTask(task.elementId(), named ? task.assigneeName() : null);
        }
    }

    /** Whether a change may have changed this story. */
    public boolean isConcernedBy(Change change) {
        return change.concerns(Change.Topic.ONBOARDING, id.toString())
                || stage == Stage.REGISTERING && change.concerns(Change.Topic.TASKS, CandidateGroup.SALES.name())
                || distributorId != null && change.concerns(Change.Topic.TASKS, CandidateGroup.of(distributorId).name());
    }

    /** Whether the distributor, who reads it, has to decide on licenses that were refused. */
    public boolean decidesOnRefused() {
        return viewpoint == Viewpoint.DISTRIBUTOR && stage == Stage.CONNECTING && ordered && task != null;
    }

    /** Whether a company that is known is asked if the newcomer is one of its people; the supplier does not read what is checked. */
    public boolean asksCompany() {
        return (viewpoint == Viewpoint.SALES || viewpoint == Viewpoint.PROCESS_MANAGER) && stage == Stage.REGISTERING
                && task != null && task.element().equals(Confirmations.TASK);
    }

    /** The way in four steps (invited, joined, accepted, connected): how many are done. Of one that ended early, where it ended. */
    public int stepsDone() {
        return switch (stage) {
            case INVITED, REGISTERING, REJECTED -> 1;
            case ACCEPTING, DECLINED, JOINED -> 2;
            // Who has joined, by an account or a registration, was only to decide.
            case EXPIRED, REVOKED -> distributorId == null ? 1 : 2;
            case CONNECTING -> 3;
            case CONNECTED -> 4;
        };
    }

    /** The reader's own next step, if it is the reader's turn. */
    public boolean isReadersTurn() {
        return switch (stage) {
            case REGISTERING -> viewpoint == Viewpoint.SALES;
            case ACCEPTING, CONNECTING -> viewpoint == Viewpoint.DISTRIBUTOR;
            default -> false;
        };
    }
}
