package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings onboardings as far as a test needs them, by the services that the pages use, and waits for the engine. */
@TestComponent
public class Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Locale RUSSIAN = Locale.of("ru");

    private final Invitations invitations;
    private final InvitationLinks tokens;
    private final Joining joining;
    private final Acceptance acceptance;
    private final ConnectionOrders orders;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Journey(Invitations invitations, InvitationLinks tokens, Joining joining, Acceptance acceptance,
            ConnectionOrders orders, Tasks tasks, JdbcClient jdbc, TransactionTemplate transaction) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.joining = joining;
        this.acceptance = acceptance;
        this.orders = orders;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A distributor of Astrakhan, invited in Russian. */
    public OnboardingId invite(Actor supplier, String email) {
        return invitations.invite(new InviteRequest("ООО \"Ромашка\"", email, null, "Астрахань", RUSSIAN), supplier).id();
    }

    /** Its letter is out and known to be: of an invitation that is revoked before, nobody has heard. */
    public void awaitInvited(OnboardingId id) {
        await().atMost(PATIENCE).until(() -> jdbc.sql("""
                select exists (select from mail_delivery where reference = ? and template = 'invitation' and state = 'SENT')
                """).param(id.value()).query(Boolean.class).single());
    }

    /** The secret of a link to the invitation, without waiting for the letter that has one. */
    public String token(OnboardingId id) {
        return transaction.execute(status -> tokens.issue(id));
    }

    /** The newcomer has asked for an account, and the sales department has its task. */
    public RegistrationId registering(OnboardingId id, String email) {
        joining.requestRegistration(token(id), newcomer(email), RUSSIAN);
        RegistrationId registration = registrationOf(id);
        awaitTask("Task_RegisterDistributor", registration.value());
        return registration;
    }

    /** The distributor has taken an invitation up and can decide. */
    public OnboardingId accepting(Actor supplier, Actor distributor) {
        OnboardingId id = invite(supplier, distributor.email().value());
        joining.follow(token(id), distributor);
        awaitTask(OnboardingTasks.ACCEPT, id.value());
        return id;
    }

    /** The distributor has accepted, with the switch off, and can connect licenses. */
    public OnboardingId connecting(Actor supplier, Actor distributor) {
        OnboardingId id = accepting(supplier, distributor);
        acceptance.accept(id, false, distributor);
        awaitTask(OnboardingTasks.CONNECT, id.value());
        return id;
    }

    /** The distributor has connected the first so many of its licenses. */
    public OnboardingId connected(Actor supplier, Actor distributor, int licenses) {
        OnboardingId id = connecting(supplier, distributor);
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), licensesOf(distributor, licenses), distributor),
                distributor);
        awaitStage(id, Stage.CONNECTED);
        return id;
    }

    public UserTask awaitTask(String element, UUID subject) {
        return await().atMost(PATIENCE).until(() -> tasks.findOpen(element, subject), Optional::isPresent)
                .orElseThrow();
    }

    public void awaitStage(OnboardingId id, Stage stage) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stage(id)).isEqualTo(stage));
    }

    public void awaitTaskState(long key, UserTask.State state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql("select state from user_task where task_key = ?")
                .param(key).query(String.class).single()).isEqualTo(state.name()));
    }

    public Stage stage(OnboardingId id) {
        return Stage.valueOf(jdbc.sql("select stage from onboarding where id = ?").param(id.value())
                .query(String.class).single());
    }

    public RegistrationId registrationOf(OnboardingId id) {
        return new RegistrationId(jdbc.sql("select id from registration where onboarding_id = ?").param(id.value())
                .query(UUID.class).single());
    }

    public static RegistrationRequest newcomer(String email) {
        return new RegistrationRequest("ООО \"Новичок\"", TestPeople.anyTaxId(), "Астрахань", "Ольга Новикова",
                "+7 999 123-45-67", email);
    }

    /** The first of a distributor's licenses, by number. */
    public Set<LicenseId> licensesOf(Actor distributor, int count) {
        List<UUID> ids = jdbc.sql("select id from license where distributor_id = ? order by number limit ?")
                .params(distributor.companyAs(Role.DISTRIBUTOR).value(), count).query(UUID.class).list();
        return ids.stream().map(LicenseId::new).collect(Collectors.toSet());
    }
}
