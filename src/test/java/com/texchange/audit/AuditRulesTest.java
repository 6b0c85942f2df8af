package com.texchange.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.ServiceMethods;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What changes something records it; what does not says here why. Whoever adds a service's method decides which it is. */
class AuditRulesTest {

    /** By the reason why nothing is recorded. */
    private static final Map<String, Set<String>> NOT_RECORDED = Map.of(
            "changes nothing that stays, or nothing at all", Set.of("Accounts.requireRoom", "DailyLetters.requireRoom", "EngineOverview.state", "EngineOverview.waiting", "EngineWatch.look",
                    "FailedSteps.first", "FailedSteps.outcomes", "FreshSignIn.askPasskey", "FreshSignIn.hasApp", "FreshSignIn.hasPasskey", "FreshSignIn.isByCode", "FreshSignIn.isFresh", "FreshSignIn.require", "Guides.readableBy", "IdentityProviders.of", "IdentityProviders.people", "IdentityProviders.redirectAddress", "IdentityProviders.signInAddress", "HistoryChecks.differences", "HistoryChecks.latest",
                    "LetterPreviews.find", "LetterPreviews.list", "LetterPreviews.sendToSelf", "LicenseBlocking.isAllowed",
                    "LicenseLoading.chosen", "LicenseLoading.distributors", "LicenseLoading.find", "LicenseLoading.latest", "LicenseLoading.rows",
                    "LicenseLoading.tally", "MissingProcesses.compare", "Reconciliations.keptUntil", "RegistrationWishes.confirmed", "RegistrationWishes.look",
                    "Registrations.dueAt", "Registrations.kind", "Registrations.underWay", "SecondFactors.begin", "StoryPaths.find"),
            "locks only", Set.of("Companies.findToRegister", "Companies.lock", "Partnerships.lock", "Partnerships.lockNetwork"),
            "prepares what is recorded when it is done", Set.of("LicenseLoading.check", "LicenseLoading.checkAside", "LicenseLoading.choose",
                    "LicenseLoading.discard", "LicenseLoading.judgeAnew", "Reconciliations.catchUp", "Reconciliations.compare", "Reconciliations.placed", "RegistrationWishes.ask", "Batches.startNow"),
            "a part of what its caller records", Set.of("Accounts.passwordLink", "Companies.switchOff", "ElsewhereEnd.end", "ConnectionOrders.confirm", "Delegations.loaded",
                    "EngineCommands.assignTask", "EngineCommands.begin", "EngineCommands.completeTask", "EngineCommands.publish",
                    "EngineCommands.unassignTask", "Grants.used", "Joining.linkToOwn", "Letters.queue", "Letters.withdraw",
                    "MobileDevices.findOrAdd", "Partnerships.describe", "Partnerships.establish", "Partnerships.reserve",
                    "Registrations.beginLost", "Registrations.requestFor", "Tasks.complete", "Tasks.completeIfOffered", "Tasks.submit",
                    "Tasks.submitIfOffered", "Tasks.withdraw", "WaitingLicenses.freed", "WaitingLicenses.granted"),
            "answers the engine with what was decided and recorded before", Set.of("GrantDecisions.offered", "MoveApprovals.offered",
                    "RefusedConnections.offered"),
            "how a person sees pages, or which letters come; nobody else's matter", Set.of("Accounts.chooseLanguage", "InboxSettings.save",
                    "InboxSettings.turn", "ListSettings.hide"),
            "tells open pages", Set.of("LicenseNews.changed"),
            "counts how often a second factor was put off; the sign-in is recorded", Set.of("SecondStep.later"),
            "recorded where the file is written", Set.of("LicenseLoading.eachRejected"),
            "of the quick start and tests", Set.of("Licenses.load"));
    private static final Set<String> EXCUSED = NOT_RECORDED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    @Test
    void whatChangesSomethingRecordsIt() {
        Set<String> forgotten = ServiceMethods.changing().filter(method -> !records(method)).map(ServiceMethods::name)
                .filter(name -> !EXCUSED.contains(name)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(forgotten).isEmpty();
    }

    @Test
    void whatIsExcusedIsThereAndRecordsNothing() {
        Set<String> unrecorded = ServiceMethods.changing().filter(method -> !records(method)).map(ServiceMethods::name).collect(Collectors.toSet());

        assertThat(unrecorded).containsAll(EXCUSED);
    }

    private static boolean records(JavaMethod method) {
        return ServiceMethods.comesTo(method, AuditRulesTest::isRecording);
    }

    private static boolean isRecording(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        return unit.getName().equals("record") && (owner.isEquivalentTo(AuditTrail.class) || owner.isEquivalentTo(AuditRefusals.class));
    }
}
