package com.texchange.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.mail.Delivery;
import com.texchange.mail.DeliveryProblem;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.process.ProcessPath;
import com.texchange.registrations.Registrations;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who may read which onboarding, and how much of it. */
@IntegrationTest
class StoriesIT {

    @Autowired
    Stories stories;
    @Autowired
    StoryPaths paths;
    @Autowired
    Registrations registrations;
    @Autowired
    Invitations invitations;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;
    private Actor sales;
    private Actor manager;

    @BeforeEach
    void people() {
        supplier = people.supplier();
        distributor = people.distributor(1);
        sales = people.sales();
        manager = people.processManager();
    }

    @Test
    void anInvitationConcernsItsSupplierAndProcessManagersOnly() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());

        assertThat(stories.find(id, supplier)).hasValueSatisfying(story -> {
            assertThat(story.viewpoint()).isEqualTo(Viewpoint.SUPPLIER);
            assertThat(story.milestones()).extracting(Milestone::kind)
                    .contains(Milestone.Kind.REMINDER, Milestone.Kind.EXPIRY);
        });
        assertThat(stories.find(id, manager)).isPresent();
        for (Actor stranger : List.of(distributor, sales, people.supplier())) {
            assertThat(stories.find(id, stranger)).isEmpty();
        }
        assertThat(stories.find(new OnboardingId(UUID.randomUUID()), manager)).isEmpty();
    }

    @Test
    void aRegistrationConcernsTheSalesDepartment() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        Mailbox.of(email).await("Приглашение");
        RegistrationId registration = journey.registering(id, email);

        Story story = stories.find(id, sales).orElseThrow();

        assertThat(story.viewpoint()).isEqualTo(Viewpoint.SALES);
        assertThat(story.isReadersTurn()).isTrue();
        assertThat(story.lines()).filteredOn(StoryStep.class::isInstance).extracting("kind")
                .containsExactly(ActivityKind.INVITED, ActivityKind.REGISTRATION_REQUESTED);
        assertThat(story.lines().toString()).doesNotContain(supplier.name());
        assertThat(story.milestones()).extracting(Milestone::kind).containsExactly(Milestone.Kind.DUE,
                Milestone.Kind.ESCALATION, Milestone.Kind.EXPIRY);

        registrations.reject(registration, "Нет такой компании", sales);
        journey.awaitStage(id, Stage.REJECTED);
        await().untilAsserted(() -> assertThat(stories.find(id, sales).orElseThrow().lines())
                .filteredOn(StoryLetter.class::isInstance).extracting("template")
                .contains("registration-rejected", "rejected", "invitation"));
        assertThat(stories.find(id, sales).orElseThrow().reason()).isEqualTo("Нет такой компании");
    }

    @Test
    void aRevocationsReasonIsNotForTheSalesDepartment() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        journey.registering(id, email);

        invitations.revoke(id, "Между нами", supplier);

        assertThat(stories.find(id, sales).orElseThrow().toString()).doesNotContain("Между нами");
        assertThat(stories.find(id, supplier).orElseThrow().toString()).contains("Между нами");
    }

    @Test
    void companiesReadTheirOwnPeoplesNamesAndNotTheOthers() {
        OnboardingId id = journey.connected(supplier, distributor, 1);
        await().untilAsserted(() -> assertThat(templates(stories.find(id, manager).orElseThrow()))
                .filteredOn("connected"::equals).hasSize(2));

        String forSupplier = stories.find(id, supplier).orElseThrow().lines().toString();
        String forDistributor = stories.find(id, distributor).orElseThrow().lines().toString();
        String forManager = stories.find(id, manager).orElseThrow().lines().toString();

        assertThat(forSupplier).contains(supplier.name(), supplier.email().value())
                .doesNotContain(distributor.name());
        assertThat(forDistributor).contains(distributor.name(), distributor.email().value())
                .doesNotContain(supplier.name(), supplier.email().value());
        assertThat(forManager).contains(supplier.name(), distributor.name(), supplier.email().value());
        assertThat(stories.find(id, people.distributor(0))).isEmpty();
        assertThat(stories.find(id, sales)).as("without a registration").isEmpty();
    }

    @Test
    void whatHappenedStandsBeforeWhatItLedTo() {
        OnboardingId id = journey.connected(supplier, distributor, 1);
        await().untilAsserted(() -> assertThat(templates(stories.find(id, manager).orElseThrow()))
                .filteredOn("connected"::equals).hasSize(2));

        List<StoryLine> lines = stories.find(id, manager).orElseThrow().lines();

        assertThat(lines.subList(lines.size() - 3, lines.size())).as("the letters stand last")
                .extracting(line -> line instanceof StoryStep step ? step.kind().name() : ((StoryLetter) line).template())
                .containsExactly("CONNECTED", "connected", "connected");
    }

    @Test
    void theClaimantOfATaskIsNamedToTheOwnHouseOnly() {
        OnboardingId id = journey.accepting(supplier, distributor);
        jdbc.sql("update user_task set assignee = ? where subject_id = ?")
                .params(distributor.id().value(), id.value()).update();

        assertThat(stories.find(id, distributor).orElseThrow().task().claimedBy()).isEqualTo(distributor.name());
        assertThat(stories.find(id, manager).orElseThrow().task().claimedBy()).isEqualTo(distributor.name());
        assertThat(stories.find(id, supplier).orElseThrow().task().claimedBy()).isNull();
    }

    @Test
    void aLetterThatWaitsSaysWhenItIsTriedAgain() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        await().ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> assertThat(letter(id, supplier).state()).isEqualTo(Delivery.State.SENT));
        jdbc.sql("""
                update mail_delivery set state = 'QUEUED', attempts = 2, problem = 'BUSY',
                    last_error = '451 4.7.1 Greylisted', html = '', plain = '', finished_at = null, next_attempt_at = now() + interval '10 minutes' where reference = ?
                """).param(id.value()).update();

        assertThat(letter(id, supplier)).satisfies(letter -> {
            assertThat(letter.isLate()).isTrue();
            assertThat(letter.attempts()).isEqualTo(2);
            assertThat(letter.problem()).isEqualTo(DeliveryProblem.BUSY);
            assertThat(letter.technical()).isNull();
        });
        assertThat(letter(id, manager).technical()).isEqualTo("451 4.7.1 Greylisted");
        assertThat(stories.find(id, supplier).orElseThrow().milestones().getFirst().kind())
                .isEqualTo(Milestone.Kind.LETTER_RETRY);
    }

    @Test
    void aReminderThatIsSentByHandDoesNotPutOffTheNextOneOfTheProcess() {
        OnboardingId invited = journey.invite(supplier, TestPeople.anyEmail());
        OnboardingId accepting = journey.accepting(supplier, distributor);
        Milestone ofInvited = reminder(invited);
        Milestone ofAccepting = reminder(accepting);

        invitations.remind(invited, supplier);
        invitations.remind(accepting, supplier);

        assertThat(templates(stories.find(invited, supplier).orElseThrow())).contains("invitation-reminder");
        assertThat(reminder(invited)).isEqualTo(ofInvited);
        assertThat(templates(stories.find(accepting, supplier).orElseThrow())).contains("accept-reminder");
        assertThat(reminder(accepting)).isEqualTo(ofAccepting);
    }

    @Test
    void thePathComesFromTheEngineAndWithoutItFromTheStage() {
        OnboardingId id = journey.accepting(supplier, distributor);

        StoryPath told = paths.find(id, manager).orElseThrow();
        assertThat(told.fromEngine()).isTrue();
        assertThat(told.paths().getFirst().active()).contains(OnboardingTasks.ACCEPT);
        assertThat(told.paths().getFirst().completed()).contains("Task_SendInvitation");

        jdbc.sql("update onboarding set process_instance_key = null where id = ?").param(id.value()).update();
        StoryPath standing = paths.find(id, manager).orElseThrow();
        assertThat(standing.fromEngine()).isFalse();
        assertThat(standing.paths().getFirst().active()).contains(OnboardingTasks.ACCEPT);
        assertThat(standing.paths().getFirst().completed()).isEmpty();
    }

    @Test
    void theWayThroughTheProcessIsToldToProcessManagersOnly() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        journey.registering(id, email);

        assertThat(paths.find(id, manager).orElseThrow().paths()).extracting(ProcessPath::processId)
                .containsExactly("distributor-onboarding", "distributor-registration");
        for (Actor other : List.of(supplier, distributor, sales)) {
            assertThatThrownBy(() -> paths.find(id, other)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theWayInFourStepsGoesOnWithTheStageAndSaysWhereItEnded() {
        String email = TestPeople.anyEmail();
        OnboardingId invited = journey.invite(supplier, email);
        assertThat(stories.find(invited, supplier).orElseThrow().stepsDone()).isEqualTo(1);
        OnboardingId accepting = journey.accepting(supplier, distributor);
        assertThat(stories.find(accepting, distributor).orElseThrow().stepsDone()).isEqualTo(2);

        invitations.revoke(invited, "Пригласили по ошибке", supplier);
        invitations.revoke(accepting, "Пригласили по ошибке", supplier);

        assertThat(stories.find(invited, supplier).orElseThrow().stepsDone()).isEqualTo(1);
        assertThat(stories.find(accepting, supplier).orElseThrow().stepsDone()).isEqualTo(2);
    }

    @Test
    void aDecisionHasOneDate() {
        OnboardingId id = journey.accepting(supplier, distributor);

        await().untilAsserted(() -> assertThat(stories.find(id, distributor).orElseThrow().task()).isNotNull());
        assertThat(stories.find(id, distributor).orElseThrow().milestones()).extracting(Milestone::kind)
                .contains(Milestone.Kind.EXPIRY).doesNotContain(Milestone.Kind.DUE);
        Boolean same = jdbc.sql("""
                select abs(extract(epoch from task.due_at - onboarding.expires_at)) < 1 from user_task task join onboarding on onboarding.id = task.subject_id
                where onboarding.id = ? and task.element_id = 'Task_AcceptInvitation'
                """).param(id.value()).query(Boolean.class).single();
        assertThat(same).isTrue();
    }

    @Test
    void theKeyOfTheInstanceIsForProcessManagers() {
        OnboardingId id = journey.accepting(supplier, distributor);

        assertThat(stories.find(id, manager).orElseThrow().processInstanceKey()).isNotNull();
        assertThat(stories.find(id, supplier).orElseThrow().processInstanceKey()).isNull();
        assertThat(stories.find(id, distributor).orElseThrow().processInstanceKey()).isNull();
    }

    private Milestone reminder(OnboardingId id) {
        return stories.find(id, supplier).orElseThrow().milestones().stream()
                .filter(milestone -> milestone.kind() == Milestone.Kind.REMINDER).findFirst().orElseThrow();
    }

    private StoryLetter letter(OnboardingId id, Actor reader) {
        return stories.find(id, reader).orElseThrow().lines().stream().filter(StoryLetter.class::isInstance)
                .map(StoryLetter.class::cast).filter(letter -> letter.template().equals("invitation")).findFirst().orElseThrow();
    }

    private static List<String> templates(Story story) {
        return story.lines().stream().filter(StoryLetter.class::isInstance).map(StoryLetter.class::cast)
                .map(StoryLetter::template).toList();
    }
}
