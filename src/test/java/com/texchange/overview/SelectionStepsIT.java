package com.texchange.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.BatchRowFilter;
import com.texchange.batches.Batches;
import com.texchange.batches.Refusal;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Selection;
import com.texchange.onboarding.Activities;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class SelectionStepsIT {

    @Autowired
    SelectionSteps steps;
    @Autowired
    Batches batches;
    @Autowired
    Invitations invitations;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Activities activities;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;
    private OnboardingId invited;
    private OnboardingId revoked;

    @BeforeEach
    void invite() {
        supplier = people.supplier();
        invited = journey.invite(supplier, email);
        revoked = journey.invite(supplier, TestPeople.anyEmail());
        invitations.revoke(revoked, "По ошибке", supplier);
    }

    @Test
    void itIsToldBeforehandWithHowManyAStepIsPossible() {
        Selection<OnboardingId, OnboardingFilter> chosen = new Selection.Chosen<>(Set.of(invited, revoked));
        Selection<OnboardingId, OnboardingFilter> all = all(Set.of());
        Selection<OnboardingId, OnboardingFilter> ended =
                new Selection.Matching<>(new OnboardingFilter("", Stage.REVOKED, 0), Set.of());

        assertThat(steps.count(chosen, supplier)).isEqualTo(new SelectionSteps.Counts(2, 1, 1, 1));
        assertThat(steps.count(all, supplier)).isEqualTo(new SelectionSteps.Counts(2, 1, 1, 1));
        assertThat(steps.count(ended, supplier)).isEqualTo(new SelectionSteps.Counts(1, 0, 0, 0));
    }

    @Test
    void ofAllThatMatchSomeCanBeLeftOut() {
        OnboardingId other = journey.invite(supplier, TestPeople.anyEmail());
        Selection<OnboardingId, OnboardingFilter> allButOne = all(Set.of(invited));

        assertThat(steps.count(allButOne, supplier)).isEqualTo(new SelectionSteps.Counts(2, 1, 1, 1));
        assertThat(steps.count(all(Set.of(invited, revoked, other)), supplier).chosen()).isZero();
        BatchId batch = steps.resend(allButOne, supplier);
        assertThat(batches.rows(batch, BatchRowFilter.NONE, 0, 10, supplier)).extracting(BatchRow::subject)
                .containsExactly(other.value());
        batches.undo(batch, supplier);
    }

    private static Selection<OnboardingId, OnboardingFilter> all(Set<OnboardingId> except) {
        return new Selection.Matching<>(OnboardingFilter.NONE, except);
    }

    @Test
    void remindingWritesTheLetterAndTheStory() {
        BatchId batch = steps.remind(all(Set.of()), supplier);
        finish(batch);

        assertThat(batches.rows(batch, BatchRowFilter.NONE, 0, 10, supplier)).singleElement().satisfies(row -> {
            assertThat(row.subject()).isEqualTo(invited.value());
            assertThat(row.state()).isEqualTo(BatchRow.State.DONE);
        });
        Mailbox.of(email).await("Напоминание");
        assertThat(activities.of(invited))
                .anySatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo(ActivityKind.REMINDED);
                    assertThat(entry.actorName()).isEqualTo(supplier.name());
                });
    }

    @Test
    void revokingTakesOneReasonForAll() {
        OnboardingId other = journey.invite(supplier, TestPeople.anyEmail());
        BatchId batch = steps.revoke(new Selection.Chosen<>(Set.of(invited, revoked, other)), "Сеть закрыта", supplier);

        assertThat(finish(batch)).extracting(Batch::done, Batch::refused).containsExactly(2, 0);
        for (OnboardingId id : Set.of(invited, other)) {
            assertThat(queries.details(id, supplier).orElseThrow().reason()).isEqualTo("Сеть закрыта");
        }
        assertThat(queries.details(revoked, supplier).orElseThrow().reason()).isEqualTo("По ошибке");
        assertThatThrownBy(() -> steps.revoke(new Selection.Chosen<>(Set.of(invited)), " ", supplier))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void whatHasChangedMeanwhileIsRefusedForItsRow() {
        BatchId batch = steps.resend(new Selection.Chosen<>(Set.of(invited)), supplier);
        invitations.revoke(invited, "Передумали", supplier);

        assertThat(finish(batch).refused()).isEqualTo(1);
        assertThat(batches.rows(batch, new BatchRowFilter("", BatchRow.State.REFUSED), 0, 10, supplier)).singleElement()
                .satisfies(row -> assertThat(row.refusal())
                        .isEqualTo(Refusal.of("onboarding.refused.stage.REVOKED")));
    }

    @Test
    void nobodyTouchesAnothersOnboardings() {
        Actor other = people.supplier();
        Selection<OnboardingId, OnboardingFilter> foreign = new Selection.Chosen<>(Set.of(invited));

        assertThat(steps.count(foreign, other).chosen()).isZero();
        assertThatThrownBy(() -> steps.remind(foreign, other))
                .isInstanceOf(RefusedException.class).hasMessage("batches.refused.empty");
        assertThatThrownBy(() -> invitations.remind(invited, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> steps.count(foreign, people.processManager()))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** Its timer may be late. */
    @Test
    void whoHasTakenAnInvitationUpIsNotRemindedPastItsTerm() {
        OnboardingId accepting = journey.accepting(supplier, people.distributor(0));
        Selection<OnboardingId, OnboardingFilter> chosen = new Selection.Chosen<>(Set.of(accepting));
        assertThat(steps.count(chosen, supplier).of(SelectionStep.REMIND)).isOne();
        jdbc.sql("update onboarding set invited_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = ?")
                .param(accepting.value()).update();

        assertThat(steps.count(chosen, supplier).of(SelectionStep.REMIND)).isZero();
        assertThatThrownBy(() -> invitations.remind(accepting, supplier))
                .isInstanceOf(RefusedException.class).hasMessage("onboarding.refused.stage.EXPIRED");
    }

    @Test
    void onlyWhoseAnswerIsAwaitedIsReminded() {
        assertThatThrownBy(() -> invitations.remind(revoked, supplier))
                .isInstanceOf(RefusedException.class).hasMessage("onboarding.refused.stage.REVOKED");
    }

    private Batch finish(BatchId id) {
        batches.startNow(id, supplier);
        return await().until(() -> batches.find(id, supplier).orElseThrow(),
                batch -> batch.state() == Batch.State.FINISHED);
    }
}
