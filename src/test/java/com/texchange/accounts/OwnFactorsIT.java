package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with their second factor, and others who may: adding, giving up, removing a lost one. */
@IntegrationTest
class OwnFactorsIT extends PersonWithFactor {

    private static final String PASSWORD = TestSessions.PASSWORD;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    PeopleOfCompanies operator;
    @Autowired
    OwnProfile profile;
    @Autowired
    Passwords passwords;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    AccountRepository stored;

    @Test
    void ofTwoWhoComeWithOneCodeAtOnceOneIsLetIn() {
        addApp();
        String code = next();
        List<Boolean> accepted = List.of(CompletableFuture.supplyAsync(() -> factors.accept(person.id(), code)),
                CompletableFuture.supplyAsync(() -> factors.accept(person.id(), code))).stream().map(CompletableFuture::join).toList();

        assertThat(accepted).containsExactlyInAnyOrder(true, false);
    }

    /** Apps show it in two groups. */
    @Test
    void aCodeIsTakenHoweverItWasCopied() {
        addApp();
        String code = next();

        assertThat(factors.accept(person.id(), "\u200B" + code.substring(0, 3) + "\u00A0" + code.substring(3) + "\n")).isTrue();
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        addApp();
        byte[] kept = jdbc.sql("select secret from authenticator where account_id = ?").param(person.id().value())
                .query(byte[].class).single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whoActsUnderAGrantNeedsOne() {
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.GRANT_HOLDERS));
        Actor distributor = people.distributor(0);
        assertThat(factors.isRequiredOf(person)).isFalse();

        jdbc.sql("""
                insert into license_grant (id, supplier_id, distributor_id, acts, given_by, given_at)
                values (gen_random_uuid(), ?, ?, array['CONNECT'], ?, now())
                """).params(person.companyId().value(), distributor.companyId().value(), distributor.id().value()).update();
        assertThat(factors.isRequiredOf(person)).isTrue();
        assertThat(factors.isRequiredOf(distributor)).isFalse();
    }

    @Test
    void aChangeEndsOtherSessionsAndNotTheOwn() {
        SignedInPerson elsewhere = testSessions.begin(person);
        SignedInPerson here = testSessions.beginHere(person);
        addApp();

        Account account = stored.findById(person.id()).orElseThrow();
        assertThat(here.isStill(account)).isTrue();
        assertThat(elsewhere.isStill(account)).isFalse();
        assertThat(Mailbox.of(person.email().value()).await("Второй фактор для входа").text()).contains("приложение с кодами");
    }

    @Test
    void whoSignedInLongAgoShowsFirstWhoItIs() {
        SignedInPerson here = testSessions.beginHere(person);
        here.proven(clock.instant().minus(Duration.ofMinutes(11)));
        assertThat(fresh.isFresh(person)).isFalse();
        assertThatThrownBy(this::addApp).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> colleagues.move(person.id(), Position.READER, person)).hasMessage("accounts.fresh.needed");

        assertThatThrownBy(() -> fresh.prove("not that one", person)).isInstanceOf(RefusedException.class);
        fresh.prove(PASSWORD, person);
        addApp();
        here.proven(Instant.EPOCH);
        assertThatThrownBy(() -> fresh.prove(PASSWORD, person)).hasMessage("accounts.fresh.wrongCode");
        fresh.prove(next(), person);
        factors.renewCodes(person);
    }

    @Test
    void aShorterPasswordSufficesWithASecondFactorAndNotWithout() {
        assertThatThrownBy(() -> newPassword("Щ7kхВ2fыQ")).hasMessage("passwords.length");
        addApp();
        newPassword("Щ7kхВ2fыQ");

        assertThatThrownBy(() -> factors.remove(person)).hasMessage("accounts.factor.shortPassword");
        jdbc.sql("update account set short_password = false where id = ?").param(person.id().value()).update();
        factors.remove(person);
        assertThat(factors.of(person)).isEmpty();
    }

    @Test
    void anAdministratorRemovesALostOneAndWithItAPasswordThatIsTooShortAlone() throws Exception {
        addApp();
        newPassword("Щ7kхВ2fыQ");
        Actor administrator = people.colleague(person);
        assertThatThrownBy(() -> colleagues.removeFactor(administrator.id(), administrator)).hasMessage("accounts.factor.ofOthers");
        assertThatThrownBy(() -> colleagues.removeFactor(person.id(), people.colleague(person, Position.READER))).isInstanceOf(RefusedException.class);
        assertThat(colleagues.of(administrator)).filteredOn(Colleague::secondFactor).extracting(Colleague::id).containsExactly(person.id());

        colleagues.removeFactor(person.id(), administrator);

        assertThat(accounts.admission(person.id()).awaitsPassword()).isTrue();
        assertThat(factors.of(person)).isEmpty();
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void theSalesDepartmentRemovesALostOneWithAReason() throws Exception {
        addApp();
        Actor sales = people.sales();
        operator.removeFactor(person.id(), "потеряла телефон, узнали по голосу", sales);

        assertThat(operator.history(person.companyId(), sales)).extracting(OperatorChange::kind).contains(OperatorChange.Kind.FACTOR_REMOVED);
        TestBrowser browser = new TestBrowser(port);
        assertThat(browser.location(browser.signIn(person.email().value(), PASSWORD, Map.of()))).isEqualTo("/");
    }

    @Test
    void whoMustHaveOneCannotSwitchItOff() {
        addApp();
        testSessions.requireFactorOf(Set.of(SecondFactorProperties.People.EVERYBODY));

        assertThatThrownBy(() -> factors.remove(person)).hasMessage("accounts.factor.required");
    }

    /** Somebody who has learned the password has come to the screen. */
    @Test
    void neitherAddressNorPasswordIsAnotherByThePasswordAloneOfWhoHasOne() {
        addApp();
        testSessions.beginHereLongAgo(person);

        assertThatThrownBy(() -> profile.changeAddress(TestPeople.anyEmail(), PASSWORD, person)).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> profile.changePassword(PASSWORD, person)).hasMessage("accounts.fresh.needed");
        assertThat(profile.awaitedAddress(person)).isEmpty();

        fresh.prove(next(), person);
        profile.changeAddress(TestPeople.anyEmail(), PASSWORD, person);
        assertThat(profile.awaitedAddress(person)).isPresent();
        assertThat(profile.changePassword(PASSWORD, person)).startsWith("set-password?token=");
    }

    private void newPassword(String password) {
        String path = profile.changePassword(PASSWORD, person);
        passwords.set(path.replaceAll(".*token=", ""), password);
    }
}
