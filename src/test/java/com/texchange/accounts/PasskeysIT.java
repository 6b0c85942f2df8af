package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.mail.OperatorProperties;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import tools.jackson.databind.json.JsonMapper;

/** Signing in by a passkey, and what stands against whoever has none, or a copy, or an answer to something else. */
@IntegrationTest
class PasskeysIT {

    @LocalServerPort
    int port;
    @Autowired
    TestPeople people;
    @Autowired
    TestSessions sessions;
    @Autowired
    Passkeys passkeys;
    @Autowired
    PasskeyCeremonies ceremonies;
    @Autowired
    PasskeyRows rows;
    @Autowired
    PasskeyOwners owners;
    @Autowired
    Environment environment;
    @Autowired
    TwoStepSignIn signIn;
    @Autowired
    SecondFactors factors;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    PersonalData data;
    @Autowired
    AccountRepository accounts;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    private Actor person;
    private SoftDevice device;

    @BeforeEach
    void aPersonHasADevice() {
        person = people.supplier();
        sessions.begin(person);
        device = new SoftDevice("http://localhost:" + port);
    }

    @AfterEach
    void nobodyIsRequired() {
        sessions.requireFactorOf(Set.of());
    }

    @Test
    void aPasskeyLetsInWithoutAPasswordAndIsBothSteps() {
        add(device);
        sessions.requireFactorOf(Set.of(SecondFactorProperties.People.EVERYBODY));
        Authentication signedIn = signIn(ask(null), device);

        assertThat(((SignedInPerson) Objects.requireNonNull(signedIn.getPrincipal())).actor()).isEqualTo(person);
        assertThat(signedIn.getAuthorities()).extracting(GrantedAuthority::getAuthority)
                .contains(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, "ROLE_SUPPLIER");
        assertThat(passkeys.of(person)).singleElement().satisfies(own -> {
            assertThat(own.name()).isEqualTo("Телефон");
            assertThat(own.lastUsed()).isNotNull();
        });
        assertThat(signIn(ask(null), device).isAuthenticated()).isTrue();
    }

    /** As in the quick start; in tests the port is another. */
    @Test
    void theAddressMayBeTheVeryOneThatTheApplicationListensAt() {
        PasskeyCeremonies there = new PasskeyCeremonies(rows, owners, new PasskeyProperties(null, "T-Exchange", Set.of()),
                new OperatorProperties("", "noreply@example.com", "", "", URI.create("http://localhost:" + port)), environment, clock);
        Account owner = accounts.findById(person.id()).orElseThrow();
        NewPasskey asked = there.begin(owner);
        there.keep(asked, device.make(asked.json()), "Телефон", owner);
        AskedPasskey shown = there.ask(null);

        assertThat(there.verify(shown, device.show(shown.json())).getName()).isEqualTo(person.email().value());
    }

    @Test
    void besideAPasswordItIsTheSecondStepAndOnlyTheOwnOneWillDo() {
        add(device);
        Actor other = people.supplier();
        sessions.begin(other);
        SoftDevice others = new SoftDevice("http://localhost:" + port);
        NewPasskey asked = passkeys.begin(other);
        passkeys.add(asked, others.make(asked.json()), "Чужой", other);

        assertThatThrownBy(() -> signIn.authenticate(password())).isInstanceOf(SecondFactorNeededException.class);
        assertThatThrownBy(() -> signIn(ask(person), others)).isInstanceOf(PasskeyRefusedException.class);
        assertThat(signIn(ask(person), device).isAuthenticated()).isTrue();
    }

    @Test
    void afterACompanysServerItIsTheSecondStepOfASessionOfThatServer() {
        add(device);
        KnownElsewhere known = KnownThere.as(person, jdbc);
        SignedInPerson shown = sessions.begin(person);
        shown.cameThrough(known);
        HalfSignIn half = new HalfSignIn(shown, false, clock.instant());

        assertThat(through(signIn(ask(person).after(half), device))).contains(known);
        assertThat(through(signIn(ask(null), device))).as("asked for both steps").isEmpty();
        KnownThere.forget(known, jdbc);
        assertThatThrownBy(() -> signIn(ask(person).after(half), device)).isInstanceOf(HalfSignInOverException.class);
        assertThat(signIn(ask(null), device).isAuthenticated()).isTrue();
    }

    private static Optional<KnownElsewhere> through(Authentication signedIn) {
        return ((SignedInPerson) Objects.requireNonNull(signedIn.getPrincipal())).through();
    }

    /** Of whom no passkey is known, a browser may show any. */
    @Test
    void somebodyElsesIsNoSecondStep() {
        Actor other = people.supplier();
        HalfSignIn half = new HalfSignIn(sessions.begin(other), false, clock.instant());
        add(device);

        assertThatThrownBy(() -> signIn(ask(other).after(half), device)).isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void anAnswerCountsOnceAndForWhatWasAsked() {
        add(device);
        AskedPasskey asked = ask(null);
        String answer = device.show(asked.json());
        assertThat(signIn(asked, answer).isAuthenticated()).isTrue();
        assertThatThrownBy(() -> signIn(asked, answer)).isInstanceOf(PasskeyRefusedException.class);
        assertThatThrownBy(() -> signIn(ask(null), answer)).isInstanceOf(PasskeyRefusedException.class);
        assertThatThrownBy(() -> signIn(null, device.show(ask(null).json()))).isInstanceOf(PasskeyRefusedException.class);
        for (String nonsense : List.of("", "{}", "null", "[1]", answer.substring(1), answer.replace("public-key", "x".repeat(10_000)))) {
            assertThatThrownBy(() -> signIn(ask(null), nonsense)).as(nonsense).isInstanceOf(PasskeyRefusedException.class);
        }
    }

    @Test
    void aForgedPageGetsNoUseOfIt() {
        add(device);
        device.goTo("https://t-exchange.example.net");

        assertThatThrownBy(() -> signIn(ask(null), device)).isInstanceOf(PasskeyRefusedException.class);
        NewPasskey asked = passkeys.begin(person);
        SoftDevice another = new SoftDevice("https://t-exchange.example.net");
        assertThatThrownBy(() -> passkeys.add(asked, another.make(asked.json()), "Телефон", person)).hasMessage("accounts.passkeys.notMade");
    }

    @Test
    void aDeviceThatDoesNotAskForItsOwnerIsNotEnough() {
        add(device);
        device.verifyNobody();
        assertThatThrownBy(() -> signIn(ask(null), device)).isInstanceOf(PasskeyRefusedException.class);
        NewPasskey asked = passkeys.begin(person);
        SoftDevice careless = new SoftDevice("http://localhost:" + port);
        careless.verifyNobody();
        assertThatThrownBy(() -> passkeys.add(asked, careless.make(asked.json()), "Брелок", person)).hasMessage("accounts.passkeys.notMade");
    }

    @Test
    void aCopyThatCountsFewerUsesIsRefused() {
        add(device);
        signIn(ask(null), device);
        signIn(ask(null), device);
        device.forgetUses(1);

        assertThatThrownBy(() -> signIn(ask(null), device)).isInstanceOf(PasskeyRefusedException.class);
        assertThat(signIn(ask(null), device).isAuthenticated()).isTrue();
    }

    @Test
    void whoIsSwitchedOffOrHasRemovedItIsNotLetIn() {
        add(device);
        Actor administrator = people.colleague(person);
        colleagues.enable(person.id(), false, administrator);
        assertThatThrownBy(() -> signIn(ask(null), device)).isInstanceOf(PasskeyRefusedException.class);
        colleagues.enable(person.id(), true, administrator);
        assertThat(signIn(ask(null), device).isAuthenticated()).isTrue();

        assertThatThrownBy(() -> passkeys.remove(passkeys.of(person).getFirst().id(), administrator)).hasMessage("accounts.passkeys.gone");
        passkeys.remove(passkeys.of(person).getFirst().id(), person);
        assertThatThrownBy(() -> signIn(ask(null), device)).isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void itIsTheSecondFactorOfWhoMustHaveOneWithRecoveryCodesAndIsToldAndRecorded() {
        List<String> codes = add(device);
        assertThat(codes).hasSize(RecoveryCodes.COUNT);
        SoftDevice another = new SoftDevice("http://localhost:" + port);
        assertThat(add(another)).isEmpty();
        sessions.requireFactorOf(Set.of(SecondFactorProperties.People.EVERYBODY));
        passkeys.remove(passkeys.of(person).getLast().id(), person);
        assertThatThrownBy(() -> passkeys.remove(passkeys.of(person).getFirst().id(), person)).hasMessage("accounts.factor.required");
        assertThat(passkeys.of(person)).hasSize(1);
        assertThat(factors.accept(person.id(), codes.getFirst())).isTrue();
        sessions.requireFactorOf(Set.of());
        passkeys.remove(passkeys.of(person).getFirst().id(), person);

        assertThat(factors.of(person)).isEmpty();
        assertThat(factors.accept(person.id(), codes.get(1))).isFalse();
        assertThat(Mailbox.of(person.email().value()).await("Второй фактор для входа").text().replaceAll("\\s+", " "))
                .contains("ключ доступа «Телефон» убран");
        assertThat(jdbc.sql("select kind || ' ' || new_value from audit_entry where actor_id = ? and kind like 'PASSKEY%' order by id")
                .param(person.id().value()).query(String.class).list())
                .containsExactly("PASSKEY_ADDED Телефон", "PASSKEY_ADDED Телефон", "PASSKEY_REMOVED Телефон", "PASSKEY_REMOVED Телефон");
    }

    @Test
    void aChangeAsksForAFreshSignInWhichAPasskeyIs() {
        add(device);
        SignedInPerson elsewhere = sessions.begin(person);
        sessions.beginHereLongAgo(person);
        NewPasskey asked = passkeys.begin(person);
        SoftDevice another = new SoftDevice("http://localhost:" + port);
        String made = another.make(asked.json());
        assertThatThrownBy(() -> passkeys.add(asked, made, "Второй", person)).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> passkeys.remove(passkeys.of(person).getFirst().id(), person)).hasMessage("accounts.fresh.needed");

        assertThat(fresh.isByCode(person)).isTrue();
        assertThat(fresh.hasApp(person)).isFalse();
        assertThat(fresh.hasPasskey(person)).isTrue();
        AskedPasskey shown = fresh.askPasskey(person);
        assertThatThrownBy(() -> fresh.prove(shown, another.show(shown.json()), person)).hasMessage("accounts.passkeys.wrong");
        AskedPasskey again = fresh.askPasskey(person);
        fresh.prove(again, device.show(again.json()), person);
        passkeys.add(asked, made, "Второй", person);
        assertThat(sessions.isGood(elsewhere)).isFalse();
    }

    @Test
    void anAdministratorFreesWhoHasLostItAndAnErasedOneIsGone() {
        add(device);
        Actor colleague = people.colleague(person, Position.ADMINISTRATOR);
        assertThat(JsonMapper.shared().writeValueAsString(data.of(person))).contains("\"name\":\"Телефон\"").doesNotContain("public_key");
        assertThat(colleagues.of(colleague)).filteredOn(Colleague::secondFactor).extracting(Colleague::id).containsExactly(person.id());
        colleagues.removeFactor(person.id(), colleague);
        assertThat(passkeys.of(person)).isEmpty();

        add(new SoftDevice("http://localhost:" + port));
        colleagues.enable(person.id(), false, colleague);
        data.erase(person.id(), colleague);
        assertThat(jdbc.sql("select count(*) from passkey where account_id = ?").param(person.id().value()).query(Integer.class).single()).isZero();
    }

    @Test
    void aRefusedOneNamesItsOwnerIfItIsKnown() {
        add(device);
        device.verifyNobody();
        assertThatThrownBy(() -> signIn(ask(null), device)).extracting(refused -> ((PasskeyRefusedException) refused).owner())
                .isEqualTo(person.email().value());
        assertThatThrownBy(() -> signIn(ask(null), new SoftDevice("http://localhost:" + port)))
                .extracting(refused -> ((PasskeyRefusedException) refused).owner()).isNull();
    }

    private List<String> add(SoftDevice some) {
        NewPasskey asked = passkeys.begin(person);
        return passkeys.add(asked, some.make(asked.json()), " Телефон ", person);
    }

    /** @param owner whose passkey will do; null for anybody's */
    private AskedPasskey ask(Actor owner) {
        return ceremonies.ask(owner == null ? null : accounts.findById(owner.id()).orElseThrow());
    }

    private Authentication signIn(AskedPasskey asked, SoftDevice some) {
        return signIn(asked, some.show(asked.json()));
    }

    private Authentication signIn(AskedPasskey asked, String answer) {
        MockHttpServletRequest request = request();
        Objects.requireNonNull(request.getSession()).setAttribute(AskedPasskey.KEPT_AS, asked);
        request.setParameter(SignInDetails.PASSKEY, answer);
        return signIn.authenticate(token("", "", request));
    }

    private Authentication password() {
        return token(person.email().value(), TestSessions.PASSWORD, request());
    }

    private static Authentication token(String name, String password, MockHttpServletRequest request) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        token.setDetails(new SignInDetails(request, Optional.empty()));
        return token;
    }

    /** Each from somewhere else: refused ones shall not stop the others. */
    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(UUID.randomUUID().toString());
        return request;
    }
}
