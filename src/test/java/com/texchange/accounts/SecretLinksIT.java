package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.onboarding.AddressCorrection;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OpenedInvitations;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.RegistrationProperties;
import com.texchange.registrations.RegistrationWishes;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secrets in the links of letters, whatever they are for: what else than their owner's click can be made of them. */
@IntegrationTest
class SecretLinksIT {

    private static final String PASSWORD = "a phrase of words";
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Accounts accounts;
    @Autowired
    Passwords passwords;
    @Autowired
    ColleagueInvitations colleagues;
    @Autowired
    NewAddresses addresses;
    @Autowired
    OwnProfile profile;
    @Autowired
    RegistrationWishes wishes;
    @Autowired
    RegistrationProperties registrations;
    @Autowired
    Invitations invitations;
    @Autowired
    AddressCorrection correction;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    Joining joining;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    private final String email = TestPeople.anyEmail();
    private Actor person;
    private @Nullable AccountId invited;
    private @Nullable OnboardingId onboarding;

    enum Purpose {
        FIRST_PASSWORD("set-password?token="), NEW_PASSWORD("set-password?token="), COLLEAGUE("set-password?token="),
        NEW_ADDRESS("profile/address?token="), REQUEST("register/confirm?token="), INVITATION("join?invite=");

        private final String page;

        Purpose(String page) {
            this.page = page;
        }
    }

    /** No invitation is left under way. */
    @AfterEach
    void end() {
        OnboardingId open = onboarding;
        if (open != null && (journey.stage(open) == Stage.INVITED || journey.stage(open) == Stage.ACCEPTING)) {
            invitations.revoke(open, "Проверено", person);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTheSecretOpensNothing(Purpose purpose) {
        String token = issue(purpose);
        String otherCase = token.chars().mapToObj(Character::toString)
                .map(c -> c.equals(c.toLowerCase(Locale.ROOT)) ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        for (String forged : List.of(token.substring(0, token.length() - 1), token + "A", otherCase, "", "\0", "%00 ж")) {
            assertThat(isGood(purpose, forged)).as(forged).isFalse();
            assertThatThrownBy(() -> redeem(purpose, forged)).as(forged).isInstanceOf(RefusedException.class);
        }
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where convert_from(task_data, 'UTF8') like '%' || ? || '%'").param(token)
                .query(Integer.class).single()).as("no secret stands in a durable task").isZero();
        assertThat(isGood(purpose, token)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aSecretCountsForItsPurposeOnly(Purpose purpose) {
        String token = issue(purpose);
        for (Purpose other : Purpose.values()) {
            if (!other.page.equals(purpose.page)) {
                assertThat(isGood(other, token)).as(other.name()).isFalse();
                assertThatThrownBy(() -> redeem(other, token)).as(other.name()).isInstanceOf(RefusedException.class);
            }
        }
        assertThat(isGood(purpose, token)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aScannerThatFetchesThePageUsesNothingUp(Purpose purpose) throws IOException, InterruptedException {
        String token = issue(purpose);
        URI page = URI.create("http://localhost:" + port + "/" + purpose.page + token);
        try (HttpClient scanner = HttpClient.newHttpClient()) {
            for (String method : List.of("GET", "HEAD", "GET")) {
                HttpResponse<String> answer = scanner.send(HttpRequest.newBuilder(page).method(method,
                        HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isLessThan(500);
                assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
            }
        }
        redeem(purpose, token);
    }

    @ParameterizedTest
    @EnumSource
    void aSecretThatIsOverByASecondIsDead(Purpose purpose) {
        String token = issue(purpose);
        switch (purpose) {
            case FIRST_PASSWORD, NEW_PASSWORD, COLLEAGUE -> jdbc.sql("update password_token set expires_at = now() - interval '1 second' where account_id = ?")
                    .param(owner().value()).update();
            case NEW_ADDRESS -> jdbc.sql("update address_change set expires_at = now() - interval '1 second' where account_id = ?")
                    .param(person.id().value()).update();
            case REQUEST -> jdbc.sql("update unconfirmed_request set asked_at = now() - make_interval(secs => ?) where email = ?")
                    .params(registrations.confirmationValid().toSeconds() + 1, email).update();
            case INVITATION -> jdbc.sql("update onboarding set expires_at = now() - interval '1 second' where id = ?")
                    .param(Objects.requireNonNull(onboarding).value()).update();
        }
        assertThatThrownBy(() -> redeem(purpose, token)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = "REQUEST", mode = EnumSource.Mode.EXCLUDE)
    void aSecretIsUsedOnce(Purpose purpose) {
        String token = issue(purpose);
        redeem(purpose, token);

        assertThatThrownBy(() -> redeem(purpose, token)).isInstanceOf(RefusedException.class);
    }

    /** A request may be confirmed again, by whoever clicks twice: it is the same request. */
    @ParameterizedTest
    @EnumSource
    void ofTwoWhoRedeemAtOnceOneSucceeds(Purpose purpose) throws Exception {
        String token = issue(purpose);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> attempt = () -> {
                try {
                    redeem(purpose, token);
                    return true;
                } catch (RefusedException refused) {
                    return false;
                }
            };
            int succeeded = 0;
            for (Future<Boolean> each : both.invokeAll(List.of(attempt, attempt))) {
                succeeded += each.get() ? 1 : 0;
            }
            assertThat(succeeded).isEqualTo(purpose == Purpose.REQUEST ? 2 : 1);
        } catch (ExecutionException e) {
            throw new AssertionError(purpose.name(), e.getCause());
        }
        if (purpose == Purpose.REQUEST) {
            assertThat(jdbc.sql("select count(*) from registration where email = ?").param(email).query(Integer.class).single()).isEqualTo(1);
        }
    }

    /** What a stranger types must not end the link that the address's owner has: a request stays good beside the next one. */
    @ParameterizedTest
    @EnumSource(names = "REQUEST", mode = EnumSource.Mode.EXCLUDE)
    void aLaterSecretEndsTheOneBefore(Purpose purpose) {
        String first = issue(purpose);
        String second = again(purpose);

        assertThat(isGood(purpose, first)).isFalse();
        assertThatThrownBy(() -> redeem(purpose, first)).isInstanceOf(RefusedException.class);
        redeem(purpose, second);
    }

    private AccountId owner() {
        return invited == null ? person.id() : invited;
    }

    private String issue(Purpose purpose) {
        person = people.supplier();
        return switch (purpose) {
            case FIRST_PASSWORD -> token(accounts.passwordLink(person.id()).url());
            case NEW_PASSWORD -> {
                passwords.requestReset(person.email().value(), null);
                yield Mailbox.of(person.email().value()).await("пароль").token();
            }
            case COLLEAGUE -> {
                invited = colleagues.invite(new NewColleague("Ольга", email, Position.READER, Languages.RUSSIAN), person);
                yield Mailbox.of(email).await("Вас приглашают").token();
            }
            case NEW_ADDRESS -> {
                accounts.setPassword(person.id(), PASSWORD);
                profile.changeAddress(email, PASSWORD, person);
                yield Mailbox.of(email).await("адрес").token();
            }
            case REQUEST -> {
                wishes.ask(Journey.newcomer(email), Languages.RUSSIAN);
                yield Mailbox.of(email).await("Подтвердите заявку").token();
            }
            case INVITATION -> {
                onboarding = journey.invite(person, email);
                yield journey.token(onboarding);
            }
        };
    }

    private String again(Purpose purpose) {
        jdbc.sql("update password_token set created_at = created_at - interval '1 hour' where account_id = ?").param(owner().value()).update();
        return switch (purpose) {
            case FIRST_PASSWORD -> token(accounts.passwordLink(person.id()).url());
            case NEW_PASSWORD -> {
                passwords.requestReset(person.email().value(), null);
                yield Mailbox.of(person.email().value()).awaitNth("пароль", 2).token();
            }
            case COLLEAGUE -> {
                colleagues.resend(owner(), person);
                yield Mailbox.of(email).awaitNth("Вас приглашают", 2).token();
            }
            case NEW_ADDRESS -> {
                jdbc.sql("update address_change set asked_at = asked_at - interval '1 hour' where account_id = ?")
                        .param(person.id().value()).update();
                profile.changeAddress(email, PASSWORD, person);
                yield Mailbox.of(email).awaitNth("адрес", 2).token();
            }
            case INVITATION -> {
                correction.change(Objects.requireNonNull(onboarding), TestPeople.anyEmail(), person);
                yield journey.token(Objects.requireNonNull(onboarding));
            }
            case REQUEST -> throw new AssertionError("requests stand beside each other");
        };
    }

    private boolean isGood(Purpose purpose, String token) {
        return switch (purpose) {
            case FIRST_PASSWORD, NEW_PASSWORD, COLLEAGUE -> passwords.isUsable(token);
            case NEW_ADDRESS -> addresses.look(token).isPresent();
            case REQUEST -> wishes.look(token).isPresent();
            case INVITATION -> opened.look(token).isPresent();
        };
    }

    private void redeem(Purpose purpose, String token) {
        switch (purpose) {
            case FIRST_PASSWORD, NEW_PASSWORD, COLLEAGUE -> passwords.set(token, "another phrase of words");
            case NEW_ADDRESS -> addresses.confirm(token);
            case REQUEST -> wishes.confirm(token);
            case INVITATION -> joining.follow(token, people.distributor(0));
        }
    }

    private static String token(String url) {
        return url.substring(url.indexOf('=') + 1);
    }
}
