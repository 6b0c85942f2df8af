package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import com.texchange.registrations.Confirmations;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.Registrations;
import com.texchange.stories.Stories;
import com.texchange.stories.StoryLetter;
import com.texchange.stories.StoryStep;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations that find somebody whom nobody has foreseen: of a company with a place already, or of another one. */
@IntegrationTest
class JoinedInvitationsIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Registrations registrations;
    @Autowired
    SupplierCards cards;
    @Autowired
    DistributorAgenda agenda;
    @Autowired
    Companies companies;
    @Autowired
    Confirmations confirmations;
    @Autowired
    Stories stories;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;
    private Actor distributor;
    private TransactionTemplate others;

    @BeforeEach
    void people() {
        others = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        supplier = people.supplier();
        distributor = people.distributor(0);
    }

    @Test
    void anInvitationThatAPartnerTakesUpIsJoinedToItsPartnershipAndTheSupplierIsTold() {
        OnboardingId first = journey.connecting(supplier, distributor);
        OnboardingId second = journey.invite(supplier, email);

        assertThat(joining.follow(journey.token(second), distributor)).isEqualTo(first);

        assertThat(journey.stage(second)).isEqualTo(Stage.JOINED);
        assertThat(joining.follow(journey.token(second), distributor)).isEqualTo(first);
        assertThat(Mailbox.of(supplier.email().value()).await("Уже в Вашей сети").text().replaceAll("\\s+", " "))
                .contains(code(first), code(second), companies.get(distributor.companyAs(Role.DISTRIBUTOR)).name());
        awaitProcessEnd(second);
        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).extracting(SupplierCard::id).containsExactly(first);
        assertThat(cards.ofSameSupplier(second, distributor)).get().extracting(SupplierCard::id).isEqualTo(first);
        assertThat(Mailbox.of(email).letters()).extracting(Mailbox.ReceivedLetter::subject)
                .noneMatch(subject -> subject.contains("отозвано"));
    }

    @Test
    void ofTwoInvitationsUnderWayTheOneThatIsAcceptedStands() {
        OnboardingId first = journey.accepting(supplier, distributor);
        OnboardingId second = journey.invite(supplier, email);

        assertThat(joining.follow(journey.token(second), people.colleague(distributor))).isEqualTo(second);

        assertThat(List.of(journey.stage(first), journey.stage(second))).containsOnly(Stage.ACCEPTING);
        assertThat(acceptance.accept(first, false, distributor)).isTrue();
        assertThat(journey.stage(second)).as("taken over from another company: the supplier can take it back")
                .isEqualTo(Stage.ACCEPTING);
        assertThat(acceptance.accept(second, false, distributor)).isFalse();
        assertThat(journey.stage(second)).isEqualTo(Stage.JOINED);
        awaitProcessEnd(second);
    }

    @Test
    void whatElseACompanyHasToDecideIsJoinedToWhatItAccepts() {
        Actor colleague = people.colleague(distributor);
        OnboardingId first = journey.accepting(supplier, distributor);
        OnboardingId second = alsoInvited();

        assertThat(acceptance.accept(first, false, colleague)).isTrue();

        journey.awaitStage(second, Stage.JOINED);
        awaitProcessEnd(second);
        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).extracting(SupplierCard::id).containsExactly(first);
        assertThatThrownBy(() -> invitations.takeBackJoined(second, supplier)).as("it was its own")
                .hasMessage("onboarding.refused.notTakenOver");
    }

    /** As when its letter is on the way at this moment, or a colleague decides on it. */
    @Test
    void whatIsBusyWhileTheCompanyAcceptsIsJoinedSoonAfter() {
        OnboardingId first = journey.accepting(supplier, distributor);
        OnboardingId second = alsoInvited();
        transaction.executeWithoutResult(busy -> {
            jdbc.sql("select id from onboarding where id = ? for update").param(second.value()).query(UUID.class).single();

            others.executeWithoutResult(status -> assertThat(acceptance.accept(first, false, distributor)).isTrue());

            assertThat(journey.stage(second)).isEqualTo(Stage.ACCEPTING);
        });

        journey.awaitStage(second, Stage.JOINED);
        awaitProcessEnd(second);
    }

    /** As two of one company who are invited before either has an account. */
    private OnboardingId alsoInvited() {
        OnboardingId id = journey.invite(supplier, email);
        jdbc.sql("update onboarding set stage = 'ACCEPTING', distributor_id = ? where id = ?")
                .params(distributor.companyId().value(), id.value()).update();
        return id;
    }

    /** An invitation that is only being decided, and may be taken back, is no place for another one. */
    @Test
    void anOwnInvitationOutlivesOneThatWasTakenOver() {
        OnboardingId own = journey.invite(supplier, distributor.email().value());
        OnboardingId others = journey.invite(supplier, email);
        joining.follow(journey.token(others), distributor);

        assertThat(joining.followOwn(own, distributor)).isEqualTo(own);
        invitations.takeBack(others, "Мы приглашали не Вас", supplier);

        assertThat(journey.stage(own)).isEqualTo(Stage.ACCEPTING);
        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).extracting(SupplierCard::id).contains(own);
        assertThat(acceptance.accept(own, false, distributor)).isTrue();
    }

    @Test
    void aNewcomerOfAPartnerIsAddedToItAndTheInvitationIsJoined() {
        OnboardingId first = journey.connecting(supplier, distributor);
        OnboardingId second = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(second), new RegistrationRequest("ООО \"Новичок\"",
                companies.get(distributor.companyAs(Role.DISTRIBUTOR)).taxId().value(), "Омск", "Ольга", "+7 999 123-45-67",
                email), Locale.of("ru"));
        RegistrationId registration = journey.registrationOf(second);
        journey.awaitTask("Task_RegisterDistributor", registration.value());
        registrations.approve(registration, people.sales());
        journey.awaitTask(Confirmations.TASK, registration.value());
        confirmations.confirm(registration, distributor);

        journey.awaitStage(second, Stage.JOINED);
        awaitProcessEnd(second);
        Actor newcomer = people.actor(email);
        assertThat(newcomer.companyId()).isEqualTo(distributor.companyId());
        assertThat(stories.find(second, supplier).orElseThrow().lines()).filteredOn(StoryStep.class::isInstance)
                .map(StoryStep.class::cast).extracting(StoryStep::messageKey)
                .contains("stories.activity.ACCOUNT_OPENED.ADDED").doesNotContain("stories.activity.ACCOUNT_OPENED");
        assertThat(letters(second, distributor)).as("the company's own").contains("registration-asked", "registration-added");
        assertThat(letters(second, supplier)).doesNotContain("registration-asked", "registration-added");
        assertThat(cards.page(SupplierCardFilter.NONE, 10, newcomer)).extracting(SupplierCard::id).containsExactly(first);
        assertThat(openTasks(second)).isZero();
    }

    /** As earlier versions let it come to. */
    @Test
    void aSecondCardThatCannotBeAcceptedHasAWayOut() {
        OnboardingId first = journey.connecting(supplier, distributor);
        OnboardingId second = journey.invite(supplier, email);
        OnboardingId third = journey.invite(supplier, TestPeople.anyEmail());
        for (OnboardingId slipped : List.of(second, third)) {
            jdbc.sql("update onboarding set stage = 'ACCEPTING', distributor_id = ? where id = ?")
                    .params(distributor.companyId().value(), slipped.value()).update();
        }
        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).extracting(SupplierCard::id)
                .containsExactlyInAnyOrder(first, second, third);

        assertThat(acceptance.accept(second, false, distributor)).isFalse();
        acceptance.decline(third, "Мы уже работаем вместе", distributor);

        assertThat(journey.stage(second)).isEqualTo(Stage.JOINED);
        awaitProcessEnd(second);
        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).extracting(SupplierCard::id).containsExactly(first);
    }

    @Test
    void whatAnotherCompanyHasTakenOverCanBeTakenBack() {
        OnboardingId id = journey.invite(supplier, email);
        String token = Mailbox.of(email).await("Приглашение").token();
        joining.follow(token, distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        assertThat(Mailbox.of(supplier.email().value()).await("На приглашение отвечает другая компания").text()).contains(email);

        OnboardingId anew = invitations.takeBack(id, "Мы приглашали не Вас", supplier).id();

        assertThat(code(anew)).isEqualTo(code(id));
        assertThat(journey.stage(id)).isEqualTo(Stage.REVOKED);
        assertThat(Mailbox.of(distributor.email().value()).await("Приглашение отозвано").text())
                .contains("Мы приглашали не Вас");
        Mailbox.ReceivedLetter letter = Mailbox.of(email).awaitNth("Приглашение в", 2);
        assertThat(opened.look(letter.token())).get().extracting(InvitationInfo::id).isEqualTo(anew);
        assertThat(opened.isEnded(token)).isTrue();
        assertThat(opened.newerFor(token, distributor)).as("a link in wrong hands leads nowhere").isEmpty();
        assertThatThrownBy(() -> joining.follow(token, distributor)).hasMessage("onboarding.refused.damagedLink");
        assertThat(Mailbox.of(email).letters()).extracting(Mailbox.ReceivedLetter::subject)
                .noneMatch(subject -> subject.contains("отозвано"));
        awaitProcessEnd(id);
    }

    @Test
    void whatAPartnerHasTakenOverCanBeTakenBack() {
        OnboardingId first = journey.connecting(supplier, distributor);
        OnboardingId second = journey.invite(supplier, email);
        String token = Mailbox.of(email).await("Приглашение").token();
        joining.follow(token, distributor);
        awaitProcessEnd(second);
        assertThat(Mailbox.of(supplier.email().value()).await("Уже в Вашей сети").text().replaceAll("\\s+", " "))
                .contains(email, "«Вернуть адресату»");
        assertThatThrownBy(() -> invitations.takeBackJoined(second, people.supplier())).isInstanceOf(AccessDeniedException.class);

        OnboardingId anew = invitations.takeBackJoined(second, supplier).id();

        assertThat(code(anew)).isEqualTo(code(second)).isNotEqualTo(code(first));
        assertThat(List.of(journey.stage(first), journey.stage(second), journey.stage(anew)))
                .containsExactly(Stage.CONNECTING, Stage.JOINED, Stage.INVITED);
        Mailbox.ReceivedLetter letter = Mailbox.of(email).awaitNth("Приглашение в", 2);
        assertThat(opened.look(letter.token())).get().extracting(InvitationInfo::id).isEqualTo(anew);
        assertThat(opened.isEnded(token)).isTrue();
        assertThatThrownBy(() -> invitations.takeBackJoined(second, supplier)).hasMessage(KnownInvitee.UNDER_WAY);
        assertThat(Mailbox.of(distributor.email().value()).letters()).extracting(Mailbox.ReceivedLetter::subject)
                .noneMatch(subject -> subject.contains("отозвано"));
    }

    @Test
    void onlyWhatWasTakenOverCanBeTakenBackAndOnlyByItsSupplier() {
        OnboardingId own = journey.accepting(supplier, distributor);
        OnboardingId colleagues = journey.invite(supplier, people.distributor(0).email().value());

        assertThatThrownBy(() -> invitations.takeBack(own, "Нет", supplier))
                .hasMessage("onboarding.refused.notTakenOver");
        assertThatThrownBy(() -> invitations.takeBack(colleagues, "Нет", supplier))
                .hasMessage("onboarding.refused.notTakenOver");
        assertThatThrownBy(() -> invitations.takeBack(own, "Нет", people.supplier()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anInvitationFindsWhoseAddressIsInvitedWithoutItsLink() {
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        Actor colleague = people.colleague(distributor);

        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).singleElement()
                .extracting(SupplierCard::id, SupplierCard::stage).containsExactly(id, Stage.INVITED);
        assertThat(agenda.now(distributor)).singleElement().extracting(AgendaItem::kind, AgendaItem::onboarding)
                .containsExactly(AgendaItem.Kind.ACCEPT, id);
        assertThat(cards.page(SupplierCardFilter.NONE, 10, colleague)).isEmpty();
        assertThat(agenda.now(colleague)).extracting(AgendaItem::kind).containsExactly(AgendaItem.Kind.NO_SUPPLIER);
        assertThatThrownBy(() -> joining.followOwn(id, colleague)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> joining.linkToOwn(id, colleague)).isInstanceOf(AccessDeniedException.class);
        assertThat(opened.look(joining.linkToOwn(id, distributor))).get().extracting(InvitationInfo::id).isEqualTo(id);

        joining.followOwn(id, distributor);

        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
        assertThat(cards.page(SupplierCardFilter.NONE, 10, colleague)).extracting(SupplierCard::id).containsExactly(id);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
    }

    @Test
    void anExpiredInvitationWaitsForNobody() {
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        jdbc.sql("update onboarding set expires_at = now() - interval '1 minute' where id = ?").param(id.value()).update();

        assertThat(cards.page(SupplierCardFilter.NONE, 10, distributor)).isEmpty();
        assertThat(agenda.now(distributor)).extracting(AgendaItem::kind).containsExactly(AgendaItem.Kind.NO_SUPPLIER);
    }

    private List<String> letters(OnboardingId id, Actor reader) {
        return stories.find(id, reader).orElseThrow().lines().stream().filter(StoryLetter.class::isInstance)
                .map(StoryLetter.class::cast).map(StoryLetter::template).toList();
    }

    private void awaitProcessEnd(OnboardingId id) {
        await().untilAsserted(() -> assertThat(jdbc.sql("select process_ended_at is not null from onboarding where id = ?")
                .param(id.value()).query(Boolean.class).single()).isTrue());
    }

    private int openTasks(OnboardingId id) {
        return jdbc.sql("select count(*) from user_task where subject_id = ? and state = 'OPEN'").param(id.value())
                .query(Integer.class).single();
    }

    private String code(OnboardingId id) {
        return jdbc.sql("select p.code from onboarding o join partnership p on p.id = o.partnership_id where o.id = ?")
                .param(id.value()).query(String.class).single();
    }
}
