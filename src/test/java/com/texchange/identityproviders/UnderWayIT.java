package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.OwnSession;
import com.texchange.accounts.OwnSessions;
import com.texchange.accounts.SecondFactors;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.OneTimeCodes;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for whoever is on the way to sign in, at the company's server or between the two steps, when an administrator decides something. */
@IntegrationTest
class UnderWayIT extends CompanyWithForgedServer {

    @Autowired
    SecondFactors factors;
    @Autowired
    OwnSessions sessions;
    @Autowired
    TransactionTemplate transaction;

    /** What ends all that has begun. */
    enum Change {
        OFF_AND_ON(test -> {
            test.providers.turn(false, test.administrator);
            test.providers.turn(true, test.administrator);
        }), ANOTHER_APPLICATION(test -> test.save("another", "another secret")), REMOVED(test -> test.providers.remove(test.administrator)),
        SET_ANEW(test -> {
            test.providers.remove(test.administrator);
            test.save(CLIENT, SECRET);
            test.providers.turn(true, test.administrator);
        }), TRUSTED_NO_LONGER(test -> {
            test.save(CLIENT, "", true);
            test.save(CLIENT, "", false);
        });

        private final Consumer<UnderWayIT> make;

        Change(Consumer<UnderWayIT> make) {
            this.make = make;
        }
    }

    private String code(String code) {
        return browser.post("/login", Map.of("code", code, "remember-me", "on")).headers().firstValue("Location").orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aSecondStepBelongsToAServerThatIsStillSetAsItWas(Change change) {
        OneTimeCodes app = OneTimeCodes.add(factors, colleague);
        assertThat(signIn("subject")).isEqualTo("/second-factor");
        change.make.accept(this);
        assertThat(code(app.code())).endsWith("/login?error=again");
        assertThat(browser.led("/profile")).endsWith("/login");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasBegunByFormerSettingsIsToBeBegunAgain(Change change) {
        String asked = asked("subject");
        change.make.accept(this);
        long before = server.asked("/token");
        assertThat(browser.led(back(asked, ""))).isEqualTo(error(SignInRefusal.CHANGED_MEANWHILE));
        assertThat(server.asked("/token")).as("its code goes to no other server").isEqualTo(before);
        assertThat(sessions.of(colleague)).isEmpty();
        assertThat(browser.led(back(asked, ""))).as("it is over").isEqualTo(error(SignInRefusal.NOT_BEGUN_HERE));
        if (change != Change.REMOVED && change != Change.ANOTHER_APPLICATION) {
            assertThat(signIn("subject")).isEqualTo("/");
        }
    }

    @Test
    void anotherSecretOfTheSameApplicationAndMoreTrustAreNoOtherSettings() {
        String asked = asked("subject");
        save(CLIENT, "another secret", true);
        assertThat(browser.led(back(asked, ""))).isEqualTo("/");
    }

    @ParameterizedTest
    @EnumSource
    void whatAFormerServerHasAnsweredLetsNobodyInAndLinksNobody(Change change) {
        String asked = asked("subject");
        server.before("/token", () -> change.make.accept(this));
        assertThat(browser.led(back(asked, ""))).isEqualTo(error(SignInRefusal.CHANGED_MEANWHILE));
        assertThat(providers.people(administrator)).isEmpty();
        assertThat(sessions.of(colleague)).isEmpty();
    }

    /** A server that brings an account to itself could otherwise go on after it was found out. */
    @Test
    void whoIsForgottenThereBetweenTheStepsBeginsAgainAlsoOnceKnownByAnotherName() {
        OneTimeCodes app = OneTimeCodes.add(factors, colleague);
        assertThat(signIn("first")).isEqualTo("/second-factor");
        SignInBrowser first = browser;
        providers.forget(colleague.id(), administrator);
        assertThat(code(app.code())).endsWith("/login?error=again");

        browser = new SignInBrowser(port);
        assertThat(signIn("second")).isEqualTo("/second-factor");
        SignInBrowser second = browser;
        browser = first;
        assertThat(code(app.code())).endsWith("/login?error=again");
        browser = second;
        assertThat(code(app.code())).as("nothing was used up").doesNotContain("error");
        assertThat(sessions.of(colleague)).singleElement().matches(OwnSession::through);
    }

    /** It would come in after the server is removed. */
    @Test
    void noBrowserIsRememberedByWhatAServerHasShown() {
        OneTimeCodes app = OneTimeCodes.add(factors, colleague);
        assertThat(signIn("subject")).isEqualTo("/second-factor");
        assertThat(code(app.code())).doesNotContain("error");
        assertThat(browser.cookie("remember-me")).isEmpty();
        assertThat(sessions.of(colleague)).singleElement().matches(session -> session.through() && !session.remembered());
    }

    @Test
    void whoSignsInForTheFirstTimeInTwoTabsAtOnceComesInByBoth() {
        String asked = asked("subject");
        CompletableFuture<String> second = transaction.execute(status -> {
            jdbc.sql("insert into identity_link (company_id, subject, account_id, linked_at, last_used) values (:company, 'subject', :account, now(), now())")
                    .param("company", administrator.companyId()).param("account", colleague.id()).update();
            CompletableFuture<String> led = CompletableFuture.supplyAsync(() -> browser.led(back(asked, "")));
            await().pollInSameThread().until(() -> led.isDone() || jdbc.sql("""
                    select exists (select from pg_locks where locktype = 'transactionid' and not granted and transactionid = pg_current_xact_id()::xid)
                    """).query(Boolean.class).single());
            return led;
        });
        assertThat(second.join()).isEqualTo("/");
    }
}
