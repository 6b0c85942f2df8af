package com.texchange.stories;

import com.texchange.connections.RefusedConnections;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.process.ProcessPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where an onboarding stands in the process diagrams, by its stage and its open task. */
final class PathByStage {

    private static final String ONBOARDING = "distributor-onboarding";
    private static final String REGISTRATION = "distributor-registration";
    private static final String CONNECTION = "license-connection";

    private PathByStage() {
    }

    static List<ProcessPath> of(Story story) {
        List<ProcessPath> paths = new ArrayList<>();
        paths.add(switch (story.stage()) {
            case INVITED -> at(ONBOARDING, "Sub_AwaitDistributor", "Catch_InvitationFollowed");
            case REGISTERING -> at(ONBOARDING, "Sub_AwaitDistributor", "Call_Registration");
            case ACCEPTING -> at(ONBOARDING, "Sub_AwaitDistributor", OnboardingTasks.ACCEPT);
            case CONNECTING -> at(ONBOARDING,
                    story.ordered() ? "Call_LicenseConnection" : OnboardingTasks.CONNECT);
            case CONNECTED -> ended("End_Connected");
            case DECLINED -> ended("End_Declined");
            case EXPIRED -> ended("End_Expired");
            case REVOKED, JOINED -> ended("End_Revoked");
            case REJECTED -> ended("End_Rejected");
        });
        if (story.stage() == Stage.REGISTERING) {
            Story.OpenTask task = story.task();
            paths.add(at(REGISTRATION, task == null ? "Task_RegisterDistributor" : task.element()));
        }
        if (story.stage() == Stage.CONNECTING && story.ordered()) {
            paths.add(at(CONNECTION, story.task() == null ? "Task_ConnectOrdered" : RefusedConnections.TASK));
        }
        return paths;
    }

    private static ProcessPath at(String process, String... elements) {
        return new ProcessPath(process, Set.of(), Set.of(), Set.of(elements), Set.of(), List.of());
    }

    private static ProcessPath ended(String element) {
        return new ProcessPath(ONBOARDING, Set.of(element), Set.of(), Set.of(), Set.of(), List.of());
    }
}
