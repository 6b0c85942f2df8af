package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.Passwords;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.InvitationInfo;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.OpenedInvitations;
import com.texchange.onboarding.Stage;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The application's clock is an hour off, while the engine's and the database's are right. */
@SpringBootTest(properties = "t-exchange.mail.first-retry=1s")
@Import({TestPeople.class, Journey.class})
@ContextConfiguration(initializers = Lines.Start.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("faults")
abstract class SkewedClock {

    static final Duration SKEW = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    @Autowired
    Clock clock;
    @Autowired
    Lines lines;
    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    Passwords passwords;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitThatAllIsUp() {
        String reader = TestPeople.anyEmail();
        journey.invite(people.supplier(), reader);
        mailbox(reader).await("Приглашение");
    }

    @AfterEach
    void mendLines() {
        lines.smtp().mend();
        lines.mendEngine();
    }

    @Test
    void linksWorkAtOnce() {
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.invite(people.supplier(), distributor.email().value());
        String token = mailbox(distributor).await("Приглашение").token();
        assertThat(opened.look(token)).get().extracting(InvitationInfo::stage).isEqualTo(Stage.INVITED);
        joining.follow(token, distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());

        passwords.requestReset(distributor.email().value(), null);
        String reset = mailbox(distributor).await("ароль").token();
        assertThat(passwords.isUsable(reset)).isTrue();
        // As an instance whose clock is right would look at it.
        assertThat(jdbc.sql("select expires_at > now() + interval '22 hours' from password_token where account_id = ? and used_at is null")
                .param(distributor.id().value()).query(Boolean.class).single()).isTrue();
    }

    @Test
    void aLetterIsTriedAgainSoonAndNotAllTheTime() {
        String reader = TestPeople.anyEmail();
        lines.smtp().cut();
        OnboardingId id = journey.invite(people.supplier(), reader);
        await().atMost(PATIENCE).until(() -> attempts(id) >= 2);
        assertThat(jdbc.sql("""
                select next_attempt_at between now() - interval '30 seconds' and now() + interval '30 seconds'
                from mail_delivery where reference = ?
                """).param(id.value()).query(Boolean.class).list()).containsOnly(true);
        lines.smtp().mend();

        Mailbox.at(servers.mail().getImap().getPort(), reader).await("Приглашение");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql(
                "select state from mail_delivery where reference = ?").param(id.value()).query(String.class).single())
                .isEqualTo("SENT"));
        assertThat(attempts(id)).isLessThan(10);
    }

    @Test
    void aCommandIsTriedAgainSoonAndNotAllTheTime() {
        lines.cutEngine();
        OnboardingId id = journey.invite(people.supplier(), TestPeople.anyEmail());
        await().atMost(PATIENCE).until(() -> failures(id) >= 2);
        assertThat(failures(id)).isLessThan(6);
        long back = System.nanoTime();
        lines.mendEngine();

        await().atMost(PATIENCE).until(() -> attempts(id) > 0);
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(SOON);
    }

    /**
     * Told by the engine's clock, against the date in the letter, which is the application's. It comes last, because the
     * engine's time cannot go back.
     */
    @Test
    @Order(Order.DEFAULT + 1)
    void anInvitationIsRemindedOfAndExpiresWithinAnHourOfItsTime() {
        String reader = TestPeople.anyEmail();
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, reader);
        mailbox(reader).await("Приглашение");
        pass(Duration.ofDays(14).minus(MARGIN));
        assertThat(reminders(id)).isZero();
        pass(MARGIN.multipliedBy(2));
        mailbox(reader).await("Напоминание");

        pass(term(id).minus(Duration.ofDays(14)).minus(SKEW).minus(MARGIN.multipliedBy(2)));
        assertThat(journey.stage(id)).isEqualTo(Stage.INVITED);
        pass(SKEW.multipliedBy(2).plus(MARGIN.multipliedBy(2)));
        journey.awaitStage(id, Stage.EXPIRED);
    }

    /** Until the end of its last day. */
    private Duration term(OnboardingId id) {
        return Duration.ofSeconds(jdbc.sql("select extract(epoch from expires_at - invited_at)::bigint from onboarding where id = ?")
                .param(id.value()).query(Long.class).single());
    }

    private void pass(Duration time) {
        servers.camunda().awaitIdle(PATIENCE);
        servers.camunda().increaseTime(time);
        servers.camunda().awaitIdle(PATIENCE);
    }

    private int failures(OnboardingId id) {
        return jdbc.sql("""
                select coalesce(sum(consecutive_failures), 0) from scheduled_tasks
                where starts_with(task_instance, :target)
                """).param("target", "message-" + id).query(Integer.class).single();
    }

    private int attempts(OnboardingId id) {
        return jdbc.sql("select coalesce(sum(attempts), 0) from mail_delivery where reference = ?").param(id.value())
                .query(Integer.class).single();
    }

    private int reminders(OnboardingId id) {
        return jdbc.sql("select count(*) from mail_delivery where reference = ? and template = 'invitation-reminder'")
                .param(id.value()).query(Integer.class).single();
    }

    private Mailbox mailbox(Actor person) {
        return mailbox(person.email().value());
    }

    private Mailbox mailbox(String address) {
        return Mailbox.at(servers.mail().getImap().getPort(), address);
    }
}
